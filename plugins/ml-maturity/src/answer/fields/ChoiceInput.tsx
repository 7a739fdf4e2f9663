import { AttestationField } from '@airworthy/plugin-ml-maturity-common';
import { Radio, RadioGroup, Select } from '@backstage/ui';
import { FieldInputProps } from './FieldInput';

type Props = FieldInputProps<
  Extract<AttestationField, { type: 'choice' }>,
  string
>;

// More of them are found faster in a list that opens.
const MAX_RADIOS = 5;

/** One of several options. */
export const ChoiceInput = (props: Props) => {
  const { field, value, onChange, problem, isDisabled } = props;
  const common = {
    label: field.title,
    isInvalid: problem !== undefined,
    isDisabled,
    isRequired: field.required,
  };
  return field.options.length <= MAX_RADIOS ? (
    <RadioGroup
      {...common}
      description={field.description}
      orientation="horizontal"
      value={value ?? null}
      onChange={onChange}
    >
      {field.options.map(option => (
        <Radio key={option} value={option}>
          {option}
        </Radio>
      ))}
    </RadioGroup>
  ) : (
    <Select
      {...common}
      description={field.description}
      options={field.options.map(option => ({ value: option, label: option }))}
      value={value ?? null}
      onChange={key => onChange(key === null ? undefined : String(key))}
    />
  );
};
