import { planDefault } from './planDefault';
import { planEvidently } from './planEvidently';
import { planNannyml } from './planNannyml';
import { ColumnProfile, DriftPlan, DriftRuleSet, DriftTest } from './types';

/** Choices within a rule set. @public */
export interface DriftPlanOptions {
  ruleSet?: DriftRuleSet;
  /** Takes this test in place of the rule set's choice, in that rule set's way. */
  test?: DriftTest;
}

/**
 * Picks test, bins, treatment of empty bins and limits of a column.
 *
 * @public
 */
export function planDrift(
  profile: ColumnProfile,
  options: DriftPlanOptions = {},
): DriftPlan {
  switch (options.ruleSet) {
    case 'evidently':
      return planEvidently(profile, options.test);
    case 'nannyml':
      return planNannyml(profile, options.test);
    default:
      return planDefault(profile, options.test);
  }
}
