import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { dayOf } from '@airworthy/plugin-ml-models-node';
import { CampaignStore, StoredCampaign } from '../database/CampaignStore';
import { CampaignMembers } from './CampaignMembers';
import { CampaignPast } from './CampaignPast';
import { pointsToAdd } from './burnUp';
import { Standing } from './standings';

/** Notes where the models of campaigns stand, for burn-up charts. */
export class CampaignRecorder {
  readonly #options: {
    campaigns: CampaignStore;
    members: CampaignMembers;
    past: CampaignPast;
    logger: LoggerService;
  };

  constructor(options: {
    campaigns: CampaignStore;
    members: CampaignMembers;
    past: CampaignPast;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /** Notes it for all campaigns that run. */
  async run(signal: AbortSignal): Promise<void> {
    const { campaigns, members, logger } = this.#options;
    for (const campaign of await campaigns.open()) {
      if (signal.aborted) return;
      if (Date.parse(campaign.startsAt) > Date.now()) continue;
      try {
        await this.record(campaign, await members.standingsOf(campaign));
      } catch (error) {
        logger.warn(
          `The progress of campaign ${campaign.id} was not noted: ${
            toError(error).message
          }`,
        );
      }
    }
  }

  /** Notes where the models stood between the start of a campaign and its creation, as far as that is known. */
  async recordPast(campaign: StoredCampaign): Promise<void> {
    const { campaigns, past, logger } = this.#options;
    try {
      const points = await past.pointsOf(campaign);
      if (points.length) await campaigns.addPoints(campaign.id, points);
    } catch (error) {
      logger.warn(
        `The past of campaign ${campaign.id} was not noted: ${
          toError(error).message
        }`,
      );
    }
  }

  /** Notes what differs from what was noted last. */
  async record(
    { id }: StoredCampaign,
    standings: readonly Standing[],
  ): Promise<void> {
    const { campaigns } = this.#options;
    const points = pointsToAdd(
      await campaigns.pointsOf(id),
      standings,
      dayOf(new Date()),
    );
    if (points.length) await campaigns.addPoints(id, points);
  }
}
