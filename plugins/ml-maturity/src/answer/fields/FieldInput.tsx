import {
  AttestationField,
  AttestationValue,
} from '@airworthy/plugin-ml-maturity-common';
import { NumberField, TextAreaField } from '@backstage/ui';
import { ChoiceInput } from './ChoiceInput';
import { ChoiceTable } from './ChoiceTable';
import { DateInput } from './DateInput';
import { DurationInput } from './DurationInput';
import { YesNoInput } from './YesNoInput';

/** What an input of a typed field is given. */
export interface FieldInputProps<
  T extends AttestationField = AttestationField,
  V = AttestationValue,
> {
  field: T;
  value: V | undefined;
  /** Undefined takes the value away. */
  onChange: (value: V | undefined) => void;
  /** What is wrong with the value. */
  problem?: string;
  isDisabled?: boolean;
}

/** A value of the type that is expected; one of another type is not shown, as of a draft that is older than the rubric. */
function valueOf<K extends 'string' | 'number' | 'boolean'>(
  value: AttestationValue | undefined,
  type: K,
) {
  return typeof value === type
    ? (value as K extends 'string'
        ? string
        : K extends 'number'
        ? number
        : boolean)
    : undefined;
}

/** The input of a typed field. */
export const FieldInput = (props: FieldInputProps) => {
  const { field, value, onChange, problem, isDisabled } = props;
  const common = {
    isInvalid: problem !== undefined,
    isDisabled,
    isRequired: field.required,
  };
  switch (field.type) {
    case 'text':
      return (
        <TextAreaField
          {...common}
          label={field.title}
          description={field.description}
          rows={2}
          maxLength={field.maxLength}
          value={valueOf(value, 'string') ?? ''}
          onChange={text => onChange(text === '' ? undefined : text)}
        />
      );
    case 'number':
      return (
        <NumberField
          {...common}
          label={field.unit ? `${field.title} (${field.unit})` : field.title}
          description={field.description}
          minValue={field.min}
          maxValue={field.max}
          formatOptions={{ maximumFractionDigits: 6 }}
          value={valueOf(value, 'number') ?? Number.NaN}
          onChange={number =>
            onChange(Number.isNaN(number) ? undefined : number)
          }
        />
      );
    case 'duration':
      return (
        <DurationInput
          {...props}
          field={field}
          value={valueOf(value, 'string')}
        />
      );
    case 'date':
      return (
        <DateInput
          {...common}
          label={field.title}
          description={field.description}
          value={valueOf(value, 'string')}
          onChange={onChange}
        />
      );
    case 'boolean':
      return (
        <YesNoInput
          {...common}
          label={field.title}
          description={field.description}
          value={valueOf(value, 'boolean')}
          onChange={onChange}
        />
      );
    default:
      return field.items ? (
        <ChoiceTable
          {...props}
          field={field}
          value={typeof value === 'object' ? value : undefined}
        />
      ) : (
        <ChoiceInput
          {...props}
          field={field}
          value={valueOf(value, 'string')}
        />
      );
  }
};
