import { z } from 'zod';
import { findForbiddenKeys } from './findForbiddenKeys';
import { id } from './fields';
import { RUBRIC_LIMITS } from './limits';
import { FieldProblem, fromIssue } from './problems';
import { readYaml, withinDepth } from './readYaml';
import { Rubric } from './types';
import {
  Locate,
  RubricOptions,
  RubricResult,
  toldProblem,
  validateDocument,
} from './validateRubric';

const entry = (key: z.ZodRawShape) => z.looseObject(key);
const ids = (max: number) => z.array(id()).max(max).optional();

/**
 * Schema of what a company changes in a rubric. Entries with a known id or
 * level are merged field by field, null takes a field away, others are added
 * whole; lists within a check are replaced.
 *
 * @public
 */
export const rubricPatchSchema = z.strictObject({
  metadata: z.looseObject({}).optional(),
  appliesTo: z.looseObject({}).optional(),
  levels: z
    .array(entry({ level: z.int().min(0) }))
    .max(RUBRIC_LIMITS.levels)
    .optional(),
  categories: z
    .array(entry({ id: id() }))
    .max(RUBRIC_LIMITS.categories)
    .optional(),
  phases: z
    .array(entry({ id: id() }))
    .max(RUBRIC_LIMITS.phases)
    .optional(),
  tracks: z
    .array(entry({ id: id() }))
    .max(RUBRIC_LIMITS.tracks)
    .optional(),
  checks: z
    .array(entry({ id: id() }))
    .max(RUBRIC_LIMITS.checks)
    .optional(),
  /** Ids of checks that are taken away. */
  removeChecks: ids(RUBRIC_LIMITS.checks),
});

/** What a company changes in a rubric. @public */
export type RubricPatch = z.input<typeof rubricPatchSchema>;

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Only these are merged; a predicate or a list is one value. */
const NESTED = new Set(['remediation', 'attestation']);

function mergeFields(base: Fields, patch: Fields): Fields {
  const result: Fields = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    const before = result[key];
    if (value === null) delete result[key];
    else if (NESTED.has(key) && isFields(before) && isFields(value)) {
      result[key] = mergeFields(before, value);
    } else result[key] = value;
  }
  return result;
}

function mergeList(base: Fields[], patch: Fields[], key: string): Fields[] {
  const result = [...base];
  for (const change of patch) {
    const at = result.findIndex(existing => existing[key] === change[key]);
    if (at < 0) result.push(mergeFields({}, change));
    else result[at] = mergeFields(result[at], change);
  }
  return result;
}

const KEYS: Record<string, string> = {
  levels: 'level',
  categories: 'id',
  phases: 'id',
  tracks: 'id',
  checks: 'id',
};

/** The field of the changes that a field of the extended rubric came from. */
function originIn(patch: Fields, extended: Fields) {
  return (problem: FieldProblem): FieldProblem | undefined => {
    const [list, at, ...rest] = problem.path;
    const key = KEYS[list];
    if (!key || typeof at !== 'number') return problem;
    const found = (extended[list] as Fields[])[at];
    const own = (patch[list] as Fields[] | undefined) ?? [];
    const index = own.findIndex(change => change[key] === found?.[key]);
    return index < 0 ? undefined : { ...problem, path: [list, index, ...rest] };
  };
}

function extend(
  base: Rubric,
  patch: unknown,
  options: RubricOptions,
  locate?: Locate,
): RubricResult {
  const told = (found: FieldProblem[]): RubricResult => ({
    ok: false,
    problems: found
      .slice(0, RUBRIC_LIMITS.problems)
      .map(problem => toldProblem(problem, options, { locate })),
  });
  const forbidden = findForbiddenKeys(patch);
  if (forbidden.length) return told(forbidden);
  const parsed = rubricPatchSchema.safeParse(patch, { reportInput: true });
  if (!parsed.success) return told(parsed.error.issues.flatMap(fromIssue));
  const { removeChecks = [], metadata, appliesTo, ...lists } = parsed.data;
  const unknown = removeChecks.filter(
    removed => !base.checks.some(check => check.id === removed),
  );
  if (unknown.length) {
    return {
      ok: false,
      problems: unknown.map(removed =>
        toldProblem(
          {
            path: ['removeChecks', removeChecks.indexOf(removed)],
            message: `unknown check "${removed}"`,
          },
          options,
          { locate },
          removed,
        ),
      ),
    };
  }
  const extended = {
    ...base,
    metadata: mergeFields(base.metadata, metadata ?? {}),
    appliesTo: appliesTo ?? base.appliesTo,
    levels: mergeList(base.levels, lists.levels ?? [], 'level'),
    categories: mergeList(base.categories, lists.categories ?? [], 'id'),
    phases: mergeList(base.phases, lists.phases ?? [], 'id'),
    tracks: mergeList(base.tracks, lists.tracks ?? [], 'id'),
    checks: mergeList(
      base.checks.filter(check => !removeChecks.includes(check.id)),
      lists.checks ?? [],
      'id',
    ),
  };
  return validateDocument(extended, options, {
    locate,
    originOf: originIn(lists, extended),
  });
}

/**
 * The rubric with a company's changes: levels, weights, tracks, expiry or
 * wording changed, checks added or taken away. Problems name the fields of
 * the changes, or of the rubric where the changes do not name them.
 *
 * @public
 */
export function extendRubric(
  base: Rubric,
  patch: unknown,
  options: RubricOptions = {},
): RubricResult {
  return extend(base, patch, options);
}

/**
 * Like {@link extendRubric} with the changes as YAML: problems have line and
 * column too. It never throws.
 *
 * @public
 */
export function parseRubricPatch(
  base: Rubric,
  text: string,
  options: RubricOptions = {},
): RubricResult {
  const read = readYaml(text, options);
  if (!read.ok) return read;
  return withinDepth(options, () =>
    // An empty text changes nothing.
    extend(base, read.value ?? {}, options, read.locate),
  );
}
