import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup } from '@backstage/ui';
import { mlMaturityTranslationRef } from '../../translation';

interface Props {
  label: string;
  description?: string;
  value: boolean | undefined;
  onChange: (value: boolean) => void;
  isInvalid?: boolean;
  isDisabled?: boolean;
  isRequired?: boolean;
}

/** Yes, no or not answered yet: a checkbox could not tell the last two apart. */
export const YesNoInput = ({ value, onChange, ...rest }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const names = new Map([
    [true, 'yes'],
    [false, 'no'],
  ]);
  return (
    <RadioGroup
      {...rest}
      orientation="horizontal"
      value={value === undefined ? null : names.get(value)}
      onChange={choice => onChange(choice === 'yes')}
    >
      <Radio value="yes">{t('answer.yes')}</Radio>
      <Radio value="no">{t('answer.no')}</Radio>
    </RadioGroup>
  );
};
