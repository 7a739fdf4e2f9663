import type { RolloutDecision } from '@airworthy/plugin-ml-deployment-common';
import { LocalTime } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Badge,
  Text,
} from '@backstage/ui';
import { RiAlertLine } from '@remixicon/react';
import { mlSharedTranslationRef } from '../../shared/translation';
import { CriteriaTable } from '../criteria/CriteriaTable';
import { VariantList } from '../standing/VariantList';
import { mlRolloutTranslationRef } from '../translation';
import { EvidenceNote } from '../verdict/EvidenceNote';
import { Reasons } from '../verdict/Reasons';
import { VerdictMark } from '../verdict/VerdictMark';
import styles from './decisions.module.css';

const EvidenceThen = ({ decision }: { decision: RolloutDecision }) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const { verdict, evidence, rollout } = decision;
  const phase =
    rollout.phase === undefined
      ? undefined
      : rollout.plan?.phases?.[rollout.phase];
  return (
    <div className={styles.evidence}>
      {phase && (
        <Text as="p" variant="body-small" color="secondary">
          {t('decisions.phase', { name: phase.name })}
        </Text>
      )}
      <VariantList rollout={rollout} />
      {evidence.failure && (
        <Text as="p">
          {t('decisions.noEvidence', { reason: evidence.failure })}
        </Text>
      )}
      <Reasons reasons={verdict.reasons} />
      <CriteriaTable criteria={verdict.criteria} />
      <EvidenceNote evidence={evidence} />
    </div>
  );
};

/** A decision: what, by whom, when and why, with what it stood on. */
export const DecisionItem = ({ decision }: { decision: RolloutDecision }) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const { t: shared } = useTranslationRef(mlSharedTranslationRef);
  const { rehearsal, overrides, comment, decidedBy, decidedAt, verdict } =
    decision;
  return (
    <li className={styles.decision}>
      <div className={styles.head}>
        <VerdictMark decision={decision.decision} />
        {rehearsal && <Badge size="small">{t('decisions.rehearsal')}</Badge>}
        {overrides && (
          <Badge size="small" icon={<RiAlertLine aria-hidden />}>
            {t('decisions.overridden')}
          </Badge>
        )}
        <Text variant="body-small" color="secondary">
          {t('decisions.by')}{' '}
          <EntityRefLink entityRef={decidedBy} defaultKind="user" hideIcon />,{' '}
          <LocalTime value={decidedAt} /> (
          <LocalTime value={decidedAt} distance />)
        </Text>
      </div>
      {(overrides || rehearsal) && (
        <Text as="p" variant="body-small" color="secondary">
          {t('decisions.verdictWas', {
            verdict: shared(`verdict.${verdict.decision}`),
          })}
        </Text>
      )}
      {comment && <p className={styles.comment}>{comment}</p>}
      <Accordion>
        <AccordionTrigger title={t('decisions.evidence')} />
        <AccordionPanel>
          <EvidenceThen decision={decision} />
        </AccordionPanel>
      </Accordion>
    </li>
  );
};
