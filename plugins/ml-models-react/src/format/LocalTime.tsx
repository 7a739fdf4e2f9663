import { formatDateTime } from './dates';
import { formatLocalTime, formatTimeDistance } from './moments';

/** Properties of {@link LocalTime}. @public */
export interface LocalTimeProps {
  /** ISO. */
  value: string;
  /** Says how far it is from now instead of when it is. */
  distance?: boolean;
}

/** A moment in the reader's zone, with UTC in the tooltip. @public */
export const LocalTime = ({ value, distance }: LocalTimeProps) => {
  if (Number.isNaN(Date.parse(value))) return <>{value}</>;
  const utc = formatDateTime(value);
  return (
    <time
      dateTime={value}
      title={distance ? `${formatLocalTime(value)} (${utc})` : utc}
    >
      {distance ? formatTimeDistance(value) : formatLocalTime(value)}
    </time>
  );
};
