import { createHash } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { ReminderResponse } from '@airworthy/plugin-ml-maturity-common';
import { dayOf } from '@airworthy/plugin-ml-models-node';
import { CampaignStore, StoredCampaign } from '../database/CampaignStore';
import { ReminderStore } from '../database/ReminderStore';
import { CampaignMembers } from './CampaignMembers';
import { Standing } from './standings';

const DAY_MS = 86_400_000;
const MAX_LISTED = 5;

function groupByOwner(standings: readonly Standing[]): Map<string, Standing[]> {
  const groups = new Map<string, Standing[]>();
  for (const standing of standings) {
    if (standing.done || !standing.owner) continue;
    const same = groups.get(standing.owner);
    if (same) same.push(standing);
    else groups.set(standing.owner, [standing]);
  }
  return groups;
}

/** Tells owners which of their models a campaign still waits for. */
export class CampaignReminder {
  readonly #options: CampaignReminderOptions;

  constructor(options: CampaignReminderOptions) {
    this.#options = options;
  }

  /** Reminds of all campaigns that run and want it, once an owner and period. */
  async run(signal: AbortSignal): Promise<void> {
    const { campaigns, logger } = this.#options;
    const now = new Date();
    for (const campaign of await campaigns.open()) {
      const since = now.getTime() - Date.parse(campaign.startsAt);
      if (!campaign.remindEveryDays || since < 0) continue;
      const period = Math.floor(since / (campaign.remindEveryDays * DAY_MS));
      try {
        await this.#remind(campaign, `period-${period}`, signal);
      } catch (error) {
        logger.warn(
          `Owners were not reminded of campaign ${campaign.id}: ${
            toError(error).message
          }`,
        );
      }
      if (signal.aborted) return;
    }
  }

  /** Reminds of one campaign because somebody asks for it, once an owner and day. */
  async remindNow(campaign: StoredCampaign): Promise<ReminderResponse> {
    const never = new AbortController().signal;
    return this.#remind(campaign, `day-${dayOf(new Date())}`, never);
  }

  async #remind(
    campaign: StoredCampaign,
    occasion: string,
    signal: AbortSignal,
  ): Promise<ReminderResponse> {
    const { members, reminders, logger } = this.#options;
    const outcome = { sent: 0, skipped: 0 };
    const groups = groupByOwner(await members.standingsOf(campaign));
    for (const [owner, left] of groups) {
      if (signal.aborted) break;
      // An owner's reference may be longer than a key.
      const digest = createHash('sha256').update(owner).digest('hex');
      const key = `campaign:${campaign.id}:${occasion}:${digest}`;
      if (!(await reminders.claim(key, new Date()))) {
        outcome.skipped++;
        continue;
      }
      try {
        await this.#tell(campaign, owner, left);
        outcome.sent++;
      } catch (error) {
        // Told at the next run instead.
        await reminders.release(key);
        logger.warn(
          `${owner} was not reminded of campaign ${campaign.id}: ${
            toError(error).message
          }`,
        );
      }
    }
    return outcome;
  }

  async #tell(
    campaign: StoredCampaign,
    owner: string,
    left: Standing[],
  ): Promise<void> {
    const names = left
      .slice(0, MAX_LISTED)
      .map(({ title, name }) => title ?? name);
    const more = left.length - names.length;
    await this.#options.notifications.send({
      recipients: { type: 'entity', entityRef: owner },
      payload: {
        title: `${campaign.title}: ${left.length} of your models ${
          left.length === 1 ? 'is' : 'are'
        } left`,
        description: `${names.join(', ')}${
          more > 0 ? ` and ${more} more` : ''
        }. Due on ${campaign.dueAt.slice(0, 10)}.`,
        link: `/ml-maturity/campaigns?campaign=${campaign.id}`,
        severity: Date.parse(campaign.dueAt) < Date.now() ? 'high' : 'normal',
        topic: 'ml-maturity-campaign',
        scope: `ml-maturity:campaign:${campaign.id}`,
      },
    });
  }
}

interface CampaignReminderOptions {
  campaigns: CampaignStore;
  members: CampaignMembers;
  reminders: ReminderStore;
  notifications: NotificationService;
  logger: LoggerService;
}
