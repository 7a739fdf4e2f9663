import { InputError } from '@backstage/errors';
import { ColumnProfile, DriftRuleSet, DriftTest } from './types';

const NUMERIC_ONLY: readonly DriftTest[] = [
  'kolmogorov-smirnov',
  'wasserstein',
];

/** Refuses a test that a column's type does not allow. */
export function requireTest(
  ruleSet: DriftRuleSet,
  { type, distinct }: ColumnProfile,
  test: DriftTest,
): DriftTest {
  const refuse = (expected: string): never => {
    throw new InputError(
      `The test ${test} of rule set ${ruleSet} needs ${expected}`,
    );
  };
  if (type === 'categorical' && NUMERIC_ONLY.includes(test)) {
    refuse('a numeric column, and this one is categorical');
  }
  if (test === 'z-test' && distinct > 2) {
    refuse(`a column of at most two values, and this one has ${distinct}`);
  }
  return test;
}
