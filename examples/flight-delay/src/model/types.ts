/** What is known of a flight when it leaves the gate: the model's input. */
export interface FlightInput {
  origin: string;
  destination: string;
  /** Miles. */
  distance: number;
  /** Hour of the local clock, 0 to 23. */
  hour: number;
  /** 1 for Monday to 7 for Sunday. */
  day_of_week: number;
  /** Flights from the same airport that landed in the last four hours. */
  recent_landings: number;
  /** Share of these that were delayed; null where none has landed. */
  recent_delay_rate: number | null;
}

/** Columns that are used as they are, one coefficient for each value. */
export const CATEGORY_COLUMNS = [
  'origin',
  'destination',
  'hour',
  'day_of_week',
] as const;
/** Numbers that are worked out from the input; see `derive.ts`. */
export const DERIVED_NUMBERS = [
  'hours_since_four',
  'log_distance',
  'recent_log_odds',
] as const;

/** A column with one coefficient for each value. */
export type CategoryColumn = (typeof CATEGORY_COLUMNS)[number];
/** A number worked out from the input. */
export type DerivedNumber = (typeof DERIVED_NUMBERS)[number];

/** A number, standardised by the training rows, with its coefficient. */
export interface NumberTerm {
  name: DerivedNumber;
  mean: number;
  scale: number;
  coefficient: number;
}

/** A column's values with their coefficients; any other value counts 0. */
export interface CategoryTerm {
  name: CategoryColumn;
  coefficients: Record<string, number>;
}

/** How the recent delay rate is drawn to the usual one where few have landed. */
export interface RecentPrior {
  rate: number;
  /** Weight of the usual rate, in landed flights. */
  strength: number;
}

/** A trained version: all that is needed to score a flight. */
export interface ModelArtefact {
  model: 'flight-delay';
  version: string;
  algorithm: 'logistic-regression';
  trainedOn: { from: string; until: string; rows: number; delayed: number };
  l2: number;
  /** A score from here on is answered as "will be delayed". */
  threshold: number;
  recentPrior: RecentPrior;
  intercept: number;
  numbers: NumberTerm[];
  categories: CategoryTerm[];
}
