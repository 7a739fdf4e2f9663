import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { mlMaturityTranslationRef } from '../translation';

const SPANS = [30, 90, 365];

interface Props {
  days: number;
  onChange: (days: number) => void;
}

/** How much of the past is shown. */
export const SpanSelect = ({ days, onChange }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  return (
    <Select
      aria-label={t('history.span')}
      options={SPANS.map(span => ({
        value: String(span),
        label: t('history.days', { count: span }),
      }))}
      value={String(days)}
      onChange={key => onChange(Number(key))}
    />
  );
};
