import { Combobox } from '@backstage/ui';
import { KNOWN_METRICS } from './knownMetrics';

interface Props {
  label: string;
  value: string;
  onChange: (metric: string) => void;
  isDisabled?: boolean;
  'aria-describedby'?: string;
}

const OPTIONS = KNOWN_METRICS.map(({ name, title, unit }) => ({
  id: name,
  label: name,
  description: unit ? `${title} (${unit})` : title,
}));

/** The name of a figure: one that is measured, or one of the portal's own. */
export const MetricInput = (props: Props) => {
  const { label, value, onChange, ...rest } = props;
  return (
    <Combobox
      {...rest}
      aria-label={label}
      options={OPTIONS}
      search={{ inputValue: value, onInputChange: onChange }}
      allowsCustomValue
    />
  );
};
