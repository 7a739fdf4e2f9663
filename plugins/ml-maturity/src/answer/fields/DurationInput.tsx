import { useState } from 'react';
import { AttestationField } from '@airworthy/plugin-ml-maturity-common';
import { formatDuration } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NumberField, Select } from '@backstage/ui';
import { mlMaturityTranslationRef } from '../../translation';
import {
  DURATION_UNITS,
  DurationUnit,
  fromDuration,
  toDuration,
} from '../durations';
import { FieldInputProps } from './FieldInput';
import styles from './fields.module.css';

type Props = FieldInputProps<
  Extract<AttestationField, { type: 'duration' }>,
  string
>;

/** A length of time as amount and unit. */
export const DurationInput = (props: Props) => {
  const { field, value, onChange, problem, isDisabled } = props;
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const parsed = value === undefined ? undefined : fromDuration(value);
  // The unit is remembered while there is no amount yet.
  const [chosen, setChosen] = useState<DurationUnit>('weeks');
  const unit = parsed?.unit ?? chosen;
  const common = {
    isInvalid: problem !== undefined,
    isDisabled,
    isRequired: field.required,
  };
  return (
    <div className={styles.duration} role="group" aria-label={field.title}>
      <NumberField
        {...common}
        label={field.title}
        description={
          value && !parsed
            ? t('answer.durationNow', { value: formatDuration(value) })
            : field.description
        }
        minValue={1}
        formatOptions={{ maximumFractionDigits: 0 }}
        value={parsed?.amount ?? Number.NaN}
        onChange={amount =>
          onChange(Number.isNaN(amount) ? undefined : toDuration(amount, unit))
        }
      />
      <Select
        aria-label={t('answer.unitOf', { title: field.title })}
        isDisabled={isDisabled}
        options={DURATION_UNITS.map(name => ({
          value: name,
          label: t(`unit.${name}`),
        }))}
        value={unit}
        onChange={key => {
          const next = DURATION_UNITS.find(name => name === key);
          if (!next) return;
          setChosen(next);
          if (parsed) onChange(toDuration(parsed.amount, next));
        }}
      />
    </div>
  );
};
