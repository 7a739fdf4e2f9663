import { CheckResult } from './types';

/** A result that differs from the one before. @public */
export interface ResultChange {
  checkId: string;
  before?: CheckResult;
  after?: CheckResult;
}

function comparable(result: CheckResult): string {
  return JSON.stringify([
    result.status,
    result.counted,
    result.method,
    result.reason,
    result.facts.map(({ path, value }) => [path, value]),
    result.attestation ?? null,
    result.waiver ?? null,
    result.expiresAt ?? null,
  ]);
}

/**
 * Whether two results say the same. When a fact was collected again and is
 * what it was, nothing changed.
 *
 * @public
 */
export function sameResult(a: CheckResult, b: CheckResult): boolean {
  return a === b || (a.status === b.status && comparable(a) === comparable(b));
}

/** Results that were added, removed or changed. @public */
export function diffResults(
  before: readonly CheckResult[],
  after: readonly CheckResult[],
): ResultChange[] {
  const old = new Map(before.map(result => [result.checkId, result]));
  const changes: ResultChange[] = [];
  for (const result of after) {
    const previous = old.get(result.checkId);
    old.delete(result.checkId);
    if (!previous) {
      changes.push({ checkId: result.checkId, after: result });
    } else if (!sameResult(previous, result)) {
      changes.push({
        checkId: result.checkId,
        before: previous,
        after: result,
      });
    }
  }
  for (const [checkId, result] of old)
    changes.push({ checkId, before: result });
  return changes;
}
