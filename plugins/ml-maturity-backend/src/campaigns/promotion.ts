import { ConflictError } from '@backstage/errors';
import {
  CampaignGoal,
  CampaignPromotion,
  CompiledRubric,
  FactVocabulary,
  PromotionInput,
  PromotionResponse,
  RubricCheck,
  RubricPatch,
  extendRubric,
  isCounted,
} from '@airworthy/plugin-ml-maturity-common';
import { stringify } from 'yaml';
import { checksOfGoal } from './standings';

type CheckPatch = NonNullable<RubricPatch['checks']>[number];

function promoted(check: RubricCheck, input: PromotionInput): CheckPatch {
  const patch: CheckPatch = { id: check.id };
  if (check.status === 'draft') patch.status = 'active';
  if (input.effectiveFrom) patch.effectiveFrom = input.effectiveFrom;
  else if (check.effectiveFrom) patch.effectiveFrom = null;
  if (input.level !== undefined && input.level !== check.level) {
    patch.level = input.level;
  }
  return patch;
}

/**
 * What to write into app-config so that a campaign's checks count for every
 * model.
 *
 * @throws ConflictError where they count already.
 */
export function proposePromotion(
  compiled: CompiledRubric,
  goal: CampaignGoal,
  input: PromotionInput,
  options: { by: string; now: Date; vocabulary: FactVocabulary },
): PromotionResponse {
  const { rubric } = compiled;
  const checks = checksOfGoal(compiled, goal)
    .map(index => rubric.checks[index])
    // A level asks only for checks that count, so its drafts were not tried.
    .filter(check => 'checks' in goal || isCounted(check, options.now))
    .filter(
      check =>
        !isCounted(check, options.now) ||
        (input.level !== undefined && input.level !== check.level),
    )
    .map(check => promoted(check, input));
  if (!checks.length) {
    throw new ConflictError(
      `Every check of the campaign counts in rubric ${rubric.metadata.id} already`,
    );
  }
  const patch: RubricPatch = { checks };
  const result = extendRubric(rubric, patch, {
    vocabulary: options.vocabulary,
    file: `mlMaturity.rubrics.${rubric.metadata.id}.extend`,
  });
  if (!result.ok) return { valid: false, problems: result.problems };
  const promotion: CampaignPromotion = {
    checks: checks.map(({ id }) => String(id)),
    patch,
    yaml: stringify({
      mlMaturity: { rubrics: { [rubric.metadata.id]: { extend: patch } } },
    }),
    proposedBy: options.by,
    proposedAt: options.now.toISOString(),
  };
  return { valid: true, promotion };
}
