import { CampaignGoal } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlMaturityOverviewTranslationRef } from '../translation';

/** Says what a campaign wants. */
export function useGoalText(): (goal: CampaignGoal) => string {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  return goal =>
    'level' in goal
      ? t('campaigns.goalLevel', { level: String(goal.level) })
      : t('campaigns.goalChecks', { count: goal.checks.length });
}
