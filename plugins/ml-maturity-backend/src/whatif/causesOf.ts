import {
  CheckResult,
  CompiledRubric,
  RubricCheck,
  WhatIfCause,
} from '@airworthy/plugin-ml-maturity-common';

interface Side {
  compiled: CompiledRubric;
  results: readonly CheckResult[];
}

interface Judged {
  check: RubricCheck;
  result: CheckResult;
}

/** Whether a result has a part in level or score. */
const isWeighed = ({ result }: Judged) =>
  result.counted && result.status !== 'not-applicable';

/** Results by check, each with what is asked. */
function judgedBy({ compiled, results }: Side): Map<string, Judged> {
  const { checks } = compiled.rubric;
  return new Map(
    results.map(result => [
      result.checkId,
      { result, check: checks[compiled.checkIndex.get(result.checkId)!] },
    ]),
  );
}

function causeOf(
  checkId: string,
  before: Judged | undefined,
  after: Judged | undefined,
): WhatIfCause | undefined {
  const cause: WhatIfCause = { checkId };
  const [was, is] = [before?.result, after?.result];
  if (was?.status !== is?.status) {
    cause.status = { before: was?.status ?? null, after: is?.status ?? null };
  }
  if (was && is && was.counted !== is.counted) {
    cause.counted = { before: was.counted, after: is.counted };
  }
  if (before && after && (isWeighed(before) || isWeighed(after))) {
    for (const field of ['weight', 'level'] as const) {
      if (before.check[field] !== after.check[field]) {
        cause[field] = {
          before: before.check[field],
          after: after.check[field],
        };
      }
    }
  }
  return Object.keys(cause).length > 1 ? cause : undefined;
}

/** Checks that two rubrics judge or weigh differently for a model, those of the edited one first. */
export function causesOf(before: Side, after: Side): WhatIfCause[] {
  const old = judgedBy(before);
  const edited = judgedBy(after);
  const ids = new Set([...edited.keys(), ...old.keys()]);
  return [...ids].flatMap(id => causeOf(id, old.get(id), edited.get(id)) ?? []);
}
