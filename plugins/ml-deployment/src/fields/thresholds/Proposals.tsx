import { useId } from 'react';
import { MlThreshold } from '@airworthy/plugin-ml-models-common';
import { MonitoringTask } from '@airworthy/plugin-ml-monitoring-common';
import { formatNumber } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { mlFieldsTranslationRef } from '../translation';
import { knownMetric } from './knownMetrics';
import { missingProposals } from './proposals';
import styles from './thresholds.module.css';

interface Props {
  task: MonitoringTask;
  listed: readonly MlThreshold[];
  onAdd: (limits: MlThreshold[]) => void;
  isDisabled?: boolean;
}

/** The usual limits that are not in the list, to add one or all. */
export const Proposals = ({ task, listed, onAdd, isDisabled }: Props) => {
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  const id = useId();
  const missing = missingProposals(task, listed);
  const limits = ({ warning, critical }: MlThreshold) =>
    [
      ...(warning === undefined
        ? []
        : [`${t('thresholds.warning')} ${formatNumber(warning)}`]),
      ...(critical === undefined
        ? []
        : [`${t('thresholds.critical')} ${formatNumber(critical)}`]),
    ].join(', ');

  return (
    <section className={styles.proposals} aria-labelledby={id}>
      <div className={styles.proposalsHead}>
        <Text as="h4" weight="bold" id={id}>
          {t(`thresholds.proposalsFor.${task}`)}
        </Text>
        {missing.length > 1 && (
          <Button
            variant={listed.length === 0 ? 'primary' : 'secondary'}
            size="small"
            isDisabled={isDisabled}
            onPress={() => onAdd(missing)}
          >
            {t('thresholds.addAll', { count: missing.length })}
          </Button>
        )}
      </div>
      {missing.length === 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('thresholds.allThere')}
        </Text>
      )}
      <ul className={styles.plain}>
        {missing.map(limit => (
          <li key={limit.metric} className={styles.proposal}>
            <span className={styles.proposalText}>
              <Text variant="body-small" weight="bold">
                {knownMetric(limit.metric)?.title ?? limit.metric}
              </Text>{' '}
              <Text variant="body-small" color="secondary">
                {limits(limit)}
              </Text>
            </span>
            <Button
              variant="tertiary"
              size="small"
              iconStart={<RiAddLine aria-hidden />}
              isDisabled={isDisabled}
              onPress={() => onAdd([limit])}
            >
              {t('thresholds.addOne', { metric: limit.metric })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
