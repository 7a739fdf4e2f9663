import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NumberField } from '@backstage/ui';
import { questionText } from './questions';
import { mlAdvisorTranslationRef } from './translation';

interface Props {
  value: number | undefined;
  onChange: (answer: number | undefined) => void;
  isDisabled?: boolean;
}

const MOST = 1e12;

/** How many requests there are. */
export const RequestsInput = ({ value, onChange, isDisabled }: Props) => {
  const { t } = useTranslationRef(mlAdvisorTranslationRef);
  return (
    <NumberField
      label={questionText('requestsPerDay')}
      placeholder={t('notAnswered')}
      value={value ?? NaN}
      minValue={0}
      maxValue={MOST}
      formatOptions={{ maximumFractionDigits: 2 }}
      isDisabled={isDisabled}
      onChange={number => onChange(Number.isNaN(number) ? undefined : number)}
    />
  );
};
