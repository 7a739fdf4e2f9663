import { JsonValue } from '@backstage/types';

/** What was different until some days ago. */
export interface Difference {
  /** Days ago on which it became what it is now. */
  untilDaysAgo: number;
  /** Facts by full path as they were before; null for what was not known. */
  was: Record<string, JsonValue>;
}

/** Answers that somebody gave on one day. */
export interface Answering {
  daysAgo: number;
  /** User of the example organisation. */
  by: string;
  checks: string[];
  /** "yes" without it. */
  answer?: 'yes' | 'no';
  /** Days after which the answers lapse, where that is sooner than the check says. */
  lastDays?: number;
}

/** The past of one model. */
export interface Scenario {
  differences?: Difference[];
  answers?: Answering[];
}
