import { FieldProblem } from './problems';
import { Rubric } from './types';

type Path = (string | number)[];

function refuseRepeated(
  ids: string[],
  path: (index: number) => Path,
  what: string,
  into: FieldProblem[],
): void {
  const seen = new Set<string>();
  ids.forEach((id, i) => {
    if (seen.has(id)) {
      into.push({ path: path(i), message: `${what} "${id}" is there twice` });
    }
    seen.add(id);
  });
}

function requireKnown(
  id: string,
  known: readonly { id: string }[],
  path: Path,
  what: string,
  into: FieldProblem[],
): void {
  if (!known.some(entry => entry.id === id)) {
    into.push({
      path,
      message: `unknown ${what} "${id}", expected one of ${
        known.map(entry => entry.id).join(', ') || '(none is defined)'
      }`,
    });
  }
}

/** Whether all that a rubric refers to is there, once and in order. */
export function checkReferences(rubric: Rubric): FieldProblem[] {
  const problems: FieldProblem[] = [];
  rubric.levels.forEach(({ level }, i) => {
    if (level !== i) {
      problems.push({
        path: ['levels', i, 'level'],
        message: `expected level ${i}, was ${level}: levels are consecutive from 0`,
      });
    }
  });
  for (const list of ['categories', 'phases', 'tracks', 'checks'] as const) {
    refuseRepeated(
      rubric[list].map(entry => entry.id),
      i => [list, i, 'id'],
      'id',
      problems,
    );
  }
  const levels = rubric.levels.map(({ level }) => level);
  rubric.checks.forEach((check, i) => {
    const at = (...rest: Path) => ['checks', i, ...rest];
    if (!levels.includes(check.level)) {
      problems.push({
        path: at('level'),
        message: `unknown level ${check.level}, expected one of ${levels.join(
          ', ',
        )}`,
      });
    }
    requireKnown(
      check.category,
      rubric.categories,
      at('category'),
      'category',
      problems,
    );
    if (check.phase !== undefined) {
      requireKnown(check.phase, rubric.phases, at('phase'), 'phase', problems);
    }
    check.tracks?.forEach((track, t) =>
      requireKnown(track, rubric.tracks, at('tracks', t), 'track', problems),
    );
    refuseRepeated(check.tracks ?? [], t => at('tracks', t), 'track', problems);
    if (check.rule === undefined && check.attestation === undefined) {
      problems.push({
        path: at(),
        message: 'expected a rule, an attestation or both',
      });
    }
    if (check.rule !== undefined && check.expects === undefined) {
      problems.push({
        path: at('rule'),
        message:
          'expected "expects" beside a rule: one sentence on what it looks for',
      });
    }
    check.attestation?.fields?.forEach((field, f) => {
      const fieldAt = (...rest: Path) =>
        at('attestation', 'fields', f, ...rest);
      if (field.type === 'choice') {
        refuseRepeated(
          field.options,
          o => fieldAt('options', o),
          'option',
          problems,
        );
        refuseRepeated(
          field.items ?? [],
          o => fieldAt('items', o),
          'item',
          problems,
        );
      }
      if (
        field.type === 'number' &&
        field.min !== undefined &&
        field.max !== undefined &&
        field.min > field.max
      ) {
        problems.push({
          path: fieldAt('min'),
          message: `expected at most max (${field.max}), was ${field.min}`,
        });
      }
    });
    refuseRepeated(
      (check.attestation?.fields ?? []).map(field => field.id),
      f => at('attestation', 'fields', f, 'id'),
      'field',
      problems,
    );
  });
  return problems;
}
