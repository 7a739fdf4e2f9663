import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { SPANS } from '../state/overviewState';
import { mlMaturityOverviewTranslationRef } from '../translation';

interface Props {
  label: string;
  days: number;
  onChange: (days: number) => void;
}

/** How much of the past is shown. */
export const SpanSelect = ({ label, days, onChange }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  return (
    <Select
      aria-label={label}
      size="small"
      options={SPANS.map(span => ({
        value: String(span),
        label: t('trend.days', { count: span }),
      }))}
      value={String(days)}
      onChange={key => onChange(Number(key))}
    />
  );
};
