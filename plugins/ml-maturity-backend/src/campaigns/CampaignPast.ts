import { dayOf } from '@airworthy/plugin-ml-models-node';
import { CampaignPoint, StoredCampaign } from '../database/CampaignStore';
import { HistoryStore } from '../database/HistoryStore';
import { CampaignMembers } from './CampaignMembers';
import { pastPoints } from './pastPoints';
import { checksOfGoal } from './standings';

/**
 * Tells where the models of a campaign stood between its start and its
 * creation, from the history of their scorecards. The scope is that of today.
 */
export class CampaignPast {
  readonly #options: { members: CampaignMembers; history: HistoryStore };

  constructor(options: { members: CampaignMembers; history: HistoryStore }) {
    this.#options = options;
  }

  async pointsOf(campaign: StoredCampaign): Promise<CampaignPoint[]> {
    const span = {
      from: dayOf(new Date(campaign.startsAt)),
      before: dayOf(new Date(campaign.createdAt)),
    };
    if (span.from >= span.before) return [];
    const { members, history } = this.#options;
    const { portfolio, rows } = await members.rowsOf(campaign);
    const checks = checksOfGoal(portfolio.compiled, campaign.goal);
    const { checks: all } = portfolio.compiled.rubric;
    const events = await history.eventsSince(
      campaign.rubricId,
      rows.map(({ entityRef }) => entityRef),
      checks.map(check => all[check].id),
      new Date(`${span.from}T00:00:00Z`),
    );
    return rows.flatMap(row => {
      const results = portfolio.pool.resultsOf(row);
      if (!results) return [];
      return pastPoints(
        {
          entityRef: row.entityRef,
          results: checks.map(check => results[check]),
        },
        campaign.goal,
        events.get(row.entityRef) ?? [],
        span,
      );
    });
  }
}
