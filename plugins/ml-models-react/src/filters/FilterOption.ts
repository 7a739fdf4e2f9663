/** A value that a filter offers. @public */
export interface FilterOption {
  value: string;
  /** The value as people know it. */
  label: string;
  /** How many of the listed things have it; left out where that is not known. */
  count?: number;
}
