import { FACT_LIMITS } from '../facts/limits';

/**
 * Bounds of a rule. Nothing loops in CEL but the macros over lists, so the
 * number of nodes times the longest list bounds the run time; macros do not
 * nest, which keeps that product linear.
 *
 * @public
 */
export const RULE_LIMITS = {
  /** Characters of the expression. */
  text: 1_000,
  /** Nodes of its syntax tree. */
  nodes: 200,
  /** Depth of its syntax tree. */
  depth: 24,
  /** Entries of a list that is written out. */
  listLiteral: 50,
  /** Estimated steps with every list at {@link FACT_LIMITS} entries. */
  cost: 500_000,
} as const;

/** Entries that a list from facts is taken to have when a rule's cost is estimated. */
export const ASSUMED_LIST_LENGTH = FACT_LIMITS.list;

/**
 * Functions that a rule may call. `matches` is not among them: the CEL
 * library runs it on the platform's backtracking engine, where a short
 * pattern can take exponential time; CEL demands RE2 for it. `cel.bind` is
 * not either, since nested bindings double a text at each step.
 */
export const ALLOWED_FUNCTIONS: ReadonlySet<string> = new Set([
  'size',
  'contains',
  'startsWith',
  'endsWith',
  'lowerAscii',
  'upperAscii',
  'trim',
  'int',
  'double',
  'string',
]);

/** Macros that walk a list. */
export const MACROS: ReadonlySet<string> = new Set([
  'all',
  'exists',
  'exists_one',
  'filter',
  'map',
]);
