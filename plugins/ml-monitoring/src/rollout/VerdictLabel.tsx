import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RemixiconComponentType,
  RiArrowLeftRightLine,
  RiEqualLine,
  RiHourglassLine,
  RiQuestionLine,
  RiThumbDownLine,
  RiThumbUpLine,
} from '@remixicon/react';
import { mlMonitoringTranslationRef } from '../translation';
import type { Verdict } from './verdictOf';
import styles from './rollout.module.css';

const ICONS: Record<Verdict, RemixiconComponentType> = {
  better: RiThumbUpLine,
  worse: RiThumbDownLine,
  different: RiArrowLeftRightLine,
  noDifference: RiEqualLine,
  notEnough: RiHourglassLine,
  unknown: RiQuestionLine,
};

/** What a difference says of the candidate, as sign and words. */
export const VerdictLabel = ({ verdict }: { verdict: Verdict }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const Icon = ICONS[verdict];
  return (
    <span className={styles.verdict} data-verdict={verdict}>
      <Icon className={styles.icon} aria-hidden />
      {t(`rollout.verdicts.${verdict}`)}
    </span>
  );
};
