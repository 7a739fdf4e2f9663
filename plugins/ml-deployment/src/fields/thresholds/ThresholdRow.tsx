import { useId } from 'react';
import {
  DEFAULT_THRESHOLD_WINDOWS,
  MlThreshold,
} from '@airworthy/plugin-ml-models-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ButtonIcon,
  NumberField,
  Select,
  Text,
  TextField,
} from '@backstage/ui';
import { RiDeleteBinLine } from '@remixicon/react';
import { mlFieldsTranslationRef } from '../translation';
import { MetricInput } from './MetricInput';
import { knownMetric } from './knownMetrics';
import styles from './thresholds.module.css';

interface Props {
  row: number;
  threshold: MlThreshold;
  problems: string[];
  onChange: (threshold: MlThreshold) => void;
  onRemove: () => void;
  isDisabled?: boolean;
}

/** What is empty is left out: the catalog refuses an empty text. */
function without(
  threshold: MlThreshold,
  changes: Partial<Record<keyof MlThreshold, unknown>>,
): MlThreshold {
  const entries = Object.entries({ ...threshold, ...changes });
  return Object.fromEntries(
    entries.filter(
      ([key, value]) =>
        key === 'metric' ||
        (value !== undefined && value !== '' && !Number.isNaN(value)),
    ),
  ) as MlThreshold;
}

/** One limit, and what is wrong with it below. */
export const ThresholdRow = (props: Props) => {
  const { row, threshold, problems, onChange, onRemove, isDisabled } = props;
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  const id = useId();
  const change = (changes: Parameters<typeof without>[1]) =>
    onChange(without(threshold, changes));
  const label = (field: string) =>
    t('thresholds.row', { field, row: String(row + 1) });
  const shared = {
    isDisabled,
    'aria-describedby': problems.length ? id : undefined,
  };
  const number = (field: 'warning' | 'critical' | 'windows') => (
    <NumberField
      {...shared}
      aria-label={label(t(`thresholds.${field}`))}
      value={threshold[field] ?? NaN}
      {...(field === 'windows'
        ? {
            minValue: 1,
            maxValue: 100,
            placeholder: String(DEFAULT_THRESHOLD_WINDOWS),
            formatOptions: { maximumFractionDigits: 0 },
          }
        : {
            formatOptions: { maximumFractionDigits: 10, useGrouping: false },
          })}
      onChange={value => change({ [field]: value })}
    />
  );

  return (
    <tbody>
      <tr className={styles.row}>
        <td data-label={t('thresholds.metric')} className={styles.metric}>
          <MetricInput
            {...shared}
            label={label(t('thresholds.metric'))}
            value={threshold.metric}
            onChange={metric =>
              change({
                metric,
                direction: knownMetric(metric)?.badBelow
                  ? 'below'
                  : threshold.direction,
              })
            }
          />
          {threshold.variant && (
            <Text as="div" variant="body-small" color="secondary">
              {t('thresholds.variant', { variant: threshold.variant })}
            </Text>
          )}
        </td>
        <td data-label={t('thresholds.feature')}>
          <TextField
            {...shared}
            aria-label={label(t('thresholds.feature'))}
            placeholder={t('thresholds.every')}
            value={threshold.feature ?? ''}
            onChange={feature => change({ feature })}
          />
        </td>
        <td data-label={t('thresholds.direction')}>
          <Select
            {...shared}
            aria-label={label(t('thresholds.direction'))}
            options={[
              { value: 'above', label: t('thresholds.above') },
              { value: 'below', label: t('thresholds.below') },
            ]}
            value={threshold.direction ?? 'above'}
            onChange={key =>
              change({ direction: key === 'below' ? 'below' : undefined })
            }
          />
        </td>
        <td data-label={t('thresholds.warning')}>{number('warning')}</td>
        <td data-label={t('thresholds.critical')}>{number('critical')}</td>
        <td data-label={t('thresholds.windows')}>{number('windows')}</td>
        <td className={styles.remove}>
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiDeleteBinLine />}
            aria-label={
              threshold.metric
                ? t('thresholds.removeNamed', { metric: threshold.metric })
                : t('thresholds.remove', { row: String(row + 1) })
            }
            isDisabled={isDisabled}
            onPress={onRemove}
          />
        </td>
      </tr>
      {problems.length > 0 && (
        <tr className={styles.problemRow}>
          <td colSpan={7} id={id}>
            {problems.map(problem => (
              <Text key={problem} as="div" variant="body-small" color="danger">
                {problem}
              </Text>
            ))}
          </td>
        </tr>
      )}
    </tbody>
  );
};
