/** A figure at a moment. @public */
export interface TimePoint {
  /** ISO. */
  at: string;
  /** Null where nothing is known. */
  value: number | null;
  /** Ends of the interval that the true figure is in. */
  lower?: number | null;
  upper?: number | null;
  /** How many rows the figure is of. */
  rows?: number;
}

/** A line over time. @public */
export interface TimeSeries {
  key: string;
  label: string;
  /**
   * Place in the list of line styles, so that one thing looks the same in every
   * chart; the place among the series without it.
   */
  slot?: number;
  points: readonly TimePoint[];
}

/** A limit, drawn as a line across. @public */
export interface TimeLimit {
  value: number;
  kind: 'warning' | 'critical' | 'objective';
  /** Such as `Warning from 60 ms`. */
  label: string;
}

/** Something that happened, drawn as a line down. @public */
export interface TimeMarker {
  at: string;
  kind: 'version' | 'rollout' | 'status' | 'now';
  title: string;
}
