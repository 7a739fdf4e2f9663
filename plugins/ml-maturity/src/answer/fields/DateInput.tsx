import { CalendarDate, parseDate } from '@internationalized/date';
import { DatePicker } from '@backstage/ui';

interface Props {
  label: string;
  description?: string;
  /** `YYYY-MM-DD`. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  min?: string;
  max?: string;
  isInvalid?: boolean;
  isDisabled?: boolean;
  isRequired?: boolean;
}

function parse(value: string | undefined): CalendarDate | null {
  try {
    return value ? parseDate(value) : null;
  } catch {
    return null;
  }
}

/** A calendar day. */
export const DateInput = ({ value, onChange, min, max, ...rest }: Props) => (
  <DatePicker
    {...rest}
    granularity="day"
    value={parse(value)}
    minValue={parse(min) ?? undefined}
    maxValue={parse(max) ?? undefined}
    onChange={date => onChange(date?.toString().slice(0, 10))}
  />
);
