import { createHash } from 'node:crypto';
import { CheckResult } from '@airworthy/plugin-ml-maturity-common';

/** Digest of what results say: equal where only the age of their facts differs. */
export function resultsDigest(results: readonly CheckResult[]): string {
  const said = results.map(({ facts, ...result }) => [
    result,
    facts.map(({ path, value }) => [path, value]),
  ]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
