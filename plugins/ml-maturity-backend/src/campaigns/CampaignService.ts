import { randomUUID } from 'node:crypto';
import {
  ConflictError,
  InputError,
  NotFoundError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import {
  CampaignInput,
  CampaignPatch,
  FactVocabulary,
  PromotionInput,
  PromotionResponse,
} from '@airworthy/plugin-ml-maturity-common';
import { FilterPredicate } from '@backstage/filter-predicates';
import { CampaignStore, StoredCampaign } from '../database/CampaignStore';
import { RubricService } from '../rubrics/RubricService';
import { CampaignMembers } from './CampaignMembers';
import { CampaignRecorder } from './CampaignRecorder';
import { proposePromotion } from './promotion';

const MAX_OPEN = 100;

/** Creates, changes and closes campaigns. */
export class CampaignService {
  readonly #options: CampaignServiceOptions;

  constructor(options: CampaignServiceOptions) {
    this.#options = options;
  }

  /** Throws a `NotFoundError` where there is none. */
  async get(id: string): Promise<StoredCampaign> {
    const campaign = await this.#options.campaigns.get(id);
    if (!campaign) throw new NotFoundError(`There is no campaign ${id}`);
    return campaign;
  }

  /** @throws InputError that names the field where the goal is not one of the rubric. */
  async create(
    input: Omit<CampaignInput, 'scope'> & { scope: FilterPredicate },
    by: string,
  ): Promise<StoredCampaign> {
    const { campaigns, recorder } = this.#options;
    const { rubric: wanted, ...fields } = input;
    const { compiled } = this.#options.rubrics.get(wanted);
    const { rubric } = compiled;
    if ('level' in input.goal) {
      const highest = rubric.levels.length - 1;
      if (input.goal.level > highest) {
        throw new InputError(
          `goal.level: expected at most ${highest}, was ${input.goal.level}`,
        );
      }
    } else {
      const unknown = input.goal.checks.find(
        id => !compiled.checkIndex.has(id),
      );
      if (unknown !== undefined) {
        throw new InputError(
          `goal.checks: rubric ${rubric.metadata.id} has no check "${unknown}"`,
        );
      }
    }
    if ((await campaigns.countOpen()) >= MAX_OPEN) {
      throw new ConflictError(
        `${MAX_OPEN} campaigns are open; close one before another begins`,
      );
    }
    const campaign: StoredCampaign = {
      ...fields,
      id: randomUUID(),
      rubricId: rubric.metadata.id,
      createdBy: by,
      createdAt: new Date().toISOString(),
    };
    await campaigns.add(campaign);
    await recorder.recordPast(campaign);
    return campaign;
  }

  async update(id: string, patch: CampaignPatch): Promise<StoredCampaign> {
    const before = await this.get(id);
    assertOpen(before);
    const { description, remindEveryDays, ...others } = patch;
    const campaign: StoredCampaign = { ...before, ...others };
    if (description !== undefined) {
      campaign.description = description ?? undefined;
    }
    if (remindEveryDays !== undefined) {
      campaign.remindEveryDays = remindEveryDays ?? undefined;
    }
    if (Date.parse(campaign.dueAt) <= Date.parse(campaign.startsAt)) {
      throw new InputError(
        `dueAt: expected a time after ${campaign.startsAt}, was ${campaign.dueAt}`,
      );
    }
    await this.#store(campaign);
    if (campaign.startsAt < before.startsAt) {
      await this.#options.recorder.recordPast(campaign);
    }
    return campaign;
  }

  /** Closes a campaign and keeps where each of its models stands. */
  async close(id: string, by: string): Promise<StoredCampaign> {
    const { members, recorder } = this.#options;
    const campaign = await this.get(id);
    assertOpen(campaign);
    let report;
    try {
      report = await members.standingsOf(campaign);
    } catch (error) {
      throw new ServiceUnavailableError(
        `The closing report cannot be made now: ${toError(error).message}`,
      );
    }
    await recorder.record(campaign, report);
    const closed: StoredCampaign = {
      ...campaign,
      closedAt: new Date().toISOString(),
      closedBy: by,
      report,
    };
    await this.#store(closed);
    return closed;
  }

  /** Proposes a change of the rubric that makes the campaign's checks count, and keeps the proposal. */
  async promote(
    id: string,
    input: PromotionInput,
    by: string,
  ): Promise<PromotionResponse> {
    const { campaigns, rubrics, vocabulary } = this.#options;
    const campaign = await this.get(id);
    const response = proposePromotion(
      rubrics.get(campaign.rubricId).compiled,
      campaign.goal,
      input,
      { by, now: new Date(), vocabulary },
    );
    if (response.valid) await campaigns.setPromotion(id, response.promotion);
    return response;
  }

  async #store(campaign: StoredCampaign): Promise<void> {
    if (!(await this.#options.campaigns.update(campaign))) {
      throw new ConflictError(`Campaign ${campaign.id} was closed meanwhile`);
    }
  }
}

function assertOpen({ id, closedAt }: StoredCampaign): void {
  if (closedAt) {
    throw new ConflictError(`Campaign ${id} was closed on ${closedAt}`);
  }
}

interface CampaignServiceOptions {
  campaigns: CampaignStore;
  members: CampaignMembers;
  recorder: CampaignRecorder;
  rubrics: RubricService;
  vocabulary: FactVocabulary;
}
