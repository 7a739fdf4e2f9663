import type { DesignOptions } from '../model/Design.ts';

/** A version to train: what it looks at, and the penalties to choose from. */
export interface VersionPlan extends DesignOptions {
  version: string;
  penalties: number[];
}

/** Version 1 knows the timetable, version 2 also the airports and the last hours. */
export const VERSIONS: VersionPlan[] = [
  {
    version: '1',
    numbers: ['hours_since_four', 'log_distance'],
    categories: ['day_of_week'],
    // Ten coefficients on half a million rows leave nothing to choose.
    penalties: [1],
  },
  {
    version: '2',
    numbers: ['hours_since_four', 'log_distance', 'recent_log_odds'],
    categories: ['day_of_week', 'hour', 'origin', 'destination'],
    penalties: [1, 10, 100, 1_000, 10_000],
  },
];
