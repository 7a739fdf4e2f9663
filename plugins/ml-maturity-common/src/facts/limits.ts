/**
 * Sizes of facts. A rule's run time is bounded by its own size times the
 * longest list that it may walk, so both have a limit.
 *
 * @public
 */
export const FACT_LIMITS = {
  /** Entries of a list. */
  list: 500,
  /** Characters of a text. */
  text: 10_000,
  /** Facts of one collector. */
  facts: 500,
} as const;
