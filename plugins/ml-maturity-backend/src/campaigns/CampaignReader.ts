import { toError } from '@backstage/errors';
import {
  Campaign,
  CampaignDetail,
  CampaignState,
} from '@airworthy/plugin-ml-maturity-common';
import { dayOf, IsVisible } from '@airworthy/plugin-ml-models-node';
import {
  CampaignPoint,
  CampaignStore,
  StoredCampaign,
} from '../database/CampaignStore';
import { OrganisationReader } from '../portfolio/OrganisationReader';
import { CampaignMembers } from './CampaignMembers';
import { burnUpOf, pointsToAdd } from './burnUp';
import { Standing, modelOf, progressOf, teamsOf } from './standings';

const MAX_LISTED = 200;
const MAX_LEFT = 500;

function stateOf(campaign: StoredCampaign, now: number): CampaignState {
  if (campaign.closedAt) return 'closed';
  if (now < Date.parse(campaign.startsAt)) return 'planned';
  return now > Date.parse(campaign.dueAt) ? 'overdue' : 'active';
}

/** Tells of campaigns what a caller may know of them. */
export class CampaignReader {
  readonly #options: {
    campaigns: CampaignStore;
    members: CampaignMembers;
    organisation: OrganisationReader;
  };

  constructor(options: {
    campaigns: CampaignStore;
    members: CampaignMembers;
    organisation: OrganisationReader;
  }) {
    this.#options = options;
  }

  async list(isVisible: IsVisible): Promise<Campaign[]> {
    const stored = await this.#options.campaigns.list(MAX_LISTED);
    return Promise.all(
      stored.map(campaign => this.briefOf(campaign, isVisible)),
    );
  }

  /** A campaign with its progress, or why that is missing. */
  async briefOf(
    campaign: StoredCampaign,
    isVisible: IsVisible,
  ): Promise<Campaign> {
    const { report, ...fields } = campaign;
    const brief: Campaign = {
      ...fields,
      state: stateOf(campaign, Date.now()),
    };
    try {
      brief.progress = progressOf(await this.standings(campaign, isVisible));
    } catch (error) {
      brief.problem = `The models of the scope are not known now: ${
        toError(error).message
      }`;
    }
    return brief;
  }

  async detailOf(
    campaign: StoredCampaign,
    isVisible: IsVisible,
  ): Promise<CampaignDetail> {
    const { campaigns, organisation } = this.#options;
    const [brief, points, { organisation: known }] = await Promise.all([
      this.briefOf(campaign, isVisible),
      campaigns.pointsOf(campaign.id),
      organisation.get(),
    ]);
    const standings = brief.progress
      ? await this.standings(campaign, isVisible)
      : [];
    return {
      ...brief,
      teams: teamsOf(standings, known),
      left: standings
        .filter(({ done }) => !done)
        .sort((a, b) => a.missing.length - b.missing.length)
        .slice(0, MAX_LEFT)
        .map(modelOf),
      burnUp: burnUpOf(
        [...points, ...this.#today(campaign, points, standings)],
        {
          from: dayOf(new Date(campaign.startsAt)),
          to: dayOf(
            campaign.closedAt ? new Date(campaign.closedAt) : new Date(),
          ),
        },
        isVisible,
      ),
    };
  }

  /** Where models stand since the last points were noted. */
  #today(
    campaign: StoredCampaign,
    points: readonly CampaignPoint[],
    standings: readonly Standing[],
  ): CampaignPoint[] {
    const now = new Date();
    const runs = !campaign.closedAt && Date.parse(campaign.startsAt) <= +now;
    return runs && standings.length
      ? pointsToAdd(points, standings, dayOf(now))
      : [];
  }

  /** Where the models stand that the caller may read; of a closed campaign, as it was closed. */
  async standings(
    campaign: StoredCampaign,
    isVisible: IsVisible,
  ): Promise<Standing[]> {
    const all =
      campaign.report ?? (await this.#options.members.standingsOf(campaign));
    return all.filter(({ entityRef }) => isVisible(entityRef));
  }
}
