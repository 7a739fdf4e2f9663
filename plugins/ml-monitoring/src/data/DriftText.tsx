import type { DriftAssessment } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { FigureText, Unknown } from '../shared/figures/FigureText';
import { formatKnown } from '../shared/figures/formatFigure';
import { driftLimits, limitText } from '../tab/checks/thresholdText';
import { mlMonitoringTranslationRef } from '../translation';
import styles from './data.module.css';

interface Props {
  drift: DriftAssessment | undefined;
  /** Leaves out the limits. */
  brief?: boolean;
}

/** A figure of drift with the name of its test, and its limits. */
export const DriftText = ({ drift, brief }: Props) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  if (!drift) return <Unknown />;
  const { plan, value, correctedPValue, reason } = drift;
  const limits = limitText(driftLimits(drift.limits, plan.figure), '', t);
  return (
    <span className={styles.drift}>
      <Text as="span" variant="body-medium">
        {plan.figure === 'p-value' && 'p '}
        <FigureText value={value} unit="" />
        {correctedPValue !== undefined && correctedPValue !== null && (
          <>
            {' '}
            {t('data.corrected', { value: formatKnown(correctedPValue, '') })}
          </>
        )}
      </Text>
      <Text as="span" variant="body-small" color="secondary">
        {plan.title}
        {!brief && limits && `; ${limits}`}
      </Text>
      {!brief && reason && (
        <Text as="span" variant="body-small" color="secondary">
          {reason}
        </Text>
      )}
    </span>
  );
};
