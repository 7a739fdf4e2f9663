import type { CriterionState } from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RemixiconComponentType,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiHourglassLine,
  RiQuestionLine,
} from '@remixicon/react';
import { mlRolloutTranslationRef } from '../translation';
import styles from './criteria.module.css';

const ICONS: Record<CriterionState, RemixiconComponentType> = {
  met: RiCheckboxCircleFill,
  broken: RiCloseCircleFill,
  open: RiHourglassLine,
  'no-data': RiQuestionLine,
};

/** What is said of a rule, as sign and words. */
export const CriterionStateLabel = ({ state }: { state: CriterionState }) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const Icon = ICONS[state];
  return (
    <span className={styles.state} data-state={state}>
      <Icon className={styles.icon} aria-hidden />
      {t(`criteria.states.${state}`)}
    </span>
  );
};
