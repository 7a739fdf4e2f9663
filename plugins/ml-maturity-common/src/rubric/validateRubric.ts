import { FactVocabulary } from '../facts/FactVocabulary';
import { builtInVocabulary } from '../facts/vocabulary/builtIn';
import { RuleScope } from '../rules/RuleScope';
import { checkReferences } from './checkReferences';
import { checkRules } from './checkRules';
import { findForbiddenKeys } from './findForbiddenKeys';
import { RUBRIC_LIMITS } from './limits';
import { FieldProblem, fieldName, fromIssue, RubricProblem } from './problems';
import { rubricSchema } from './schema';
import { Rubric } from './types';

/** A rubric, or what is wrong with it. @public */
export type RubricResult =
  | { ok: true; rubric: Rubric }
  | { ok: false; problems: RubricProblem[] };

/** How a rubric is validated. @public */
export interface RubricOptions {
  /** Facts that rules may read; those of the suite's own collectors without it. */
  vocabulary?: FactVocabulary;
  /** Name of the file or other origin, for messages. */
  file?: string;
}

/** Locates a field in the text that a document was read from. */
export type Locate = (
  problem: FieldProblem,
) => { line: number; column: number } | undefined;

function checkIdAt(
  document: unknown,
  path: FieldProblem['path'],
): string | undefined {
  if (path[0] !== 'checks' || typeof path[1] !== 'number') return undefined;
  const id = (document as { checks?: { id?: unknown }[] })?.checks?.[path[1]]
    ?.id;
  return typeof id === 'string' ? id.slice(0, 63) : undefined;
}

/** Where a document comes from. */
export interface DocumentOrigin {
  /** Where the fields of the origin stand in a text. */
  locate?: Locate;
  /** The field of the origin that a field of the document came from, if any did. */
  originOf?: (problem: FieldProblem) => FieldProblem | undefined;
}

/** A problem as it is told. */
export function toldProblem(
  problem: FieldProblem,
  options: RubricOptions,
  origin: DocumentOrigin,
  checkId?: string,
): RubricProblem {
  const source = origin.originOf ? origin.originOf(problem) : problem;
  return {
    ...(options.file !== undefined ? { file: options.file } : {}),
    ...(source && origin.locate?.(source)),
    field: fieldName((source ?? problem).path),
    ...(checkId ? { checkId } : {}),
    message: problem.message,
  };
}

/** Validates a document. */
export function validateDocument(
  document: unknown,
  options: RubricOptions,
  origin: DocumentOrigin = {},
): RubricResult {
  let found = findForbiddenKeys(document);
  if (found.length === 0) {
    const parsed = rubricSchema.safeParse(document, { reportInput: true });
    if (parsed.success) {
      const scope = RuleScope.fromVocabulary(
        options.vocabulary ?? builtInVocabulary,
      );
      found = [
        ...checkReferences(parsed.data),
        ...checkRules(parsed.data, scope),
      ];
      if (found.length === 0) return { ok: true, rubric: parsed.data };
    } else {
      found = parsed.error.issues.flatMap(fromIssue);
    }
  }
  const problems = found
    .slice(0, RUBRIC_LIMITS.problems)
    .map(problem =>
      toldProblem(problem, options, origin, checkIdAt(document, problem.path)),
    );
  return { ok: false, problems };
}

/**
 * Validates a rubric that is an object already, such as one from app-config.
 *
 * @public
 */
export function validateRubric(
  document: unknown,
  options: RubricOptions = {},
): RubricResult {
  return validateDocument(document, options);
}
