/**
 * Sizes that a rubric may have. They keep a rubric from a URL or a pasted
 * text from exhausting the process that reads it.
 *
 * @public
 */
export const RUBRIC_LIMITS = {
  /** Characters of the YAML text. */
  text: 1_000_000,
  levels: 10,
  categories: 30,
  phases: 30,
  tracks: 20,
  checks: 500,
  /** Characters of one rule. */
  rule: 1_000,
  /** Problems that are reported at once. */
  problems: 100,
} as const;
