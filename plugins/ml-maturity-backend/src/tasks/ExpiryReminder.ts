import { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { HumanDuration, durationToMilliseconds } from '@backstage/types';
import { AttestationStore, CheckAddress } from '../database/AttestationStore';
import { ReminderStore } from '../database/ReminderStore';
import { ScorecardStore } from '../database/ScorecardStore';
import { WaiverStore } from '../database/WaiverStore';
import { RubricService } from '../rubrics/RubricService';

interface Expiring extends CheckAddress {
  id: string;
  what: 'answer' | 'waiver';
  expiresAt: string;
}

/** Tells owners of answers and waivers that expire soon, once for each. */
export class ExpiryReminder {
  readonly #options: ExpiryReminderOptions;

  constructor(options: ExpiryReminderOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { attestations, waivers, reminders, remindBefore, logger } =
      this.#options;
    const now = new Date();
    const until = new Date(
      now.getTime() + durationToMilliseconds(remindBefore),
    );
    const expiring: Expiring[] = [
      ...(await attestations.expiringBetween(now, until)).map(answer => ({
        ...answer,
        what: 'answer' as const,
      })),
      ...(await waivers.expiringBetween(now, until)).map(waiver => ({
        ...waiver,
        what: 'waiver' as const,
      })),
    ];
    for (const item of expiring) {
      if (signal.aborted) return;
      try {
        if (!(await reminders.claim(`expiry:${item.id}`, now))) continue;
        await this.#tell(item);
      } catch (error) {
        // Told at the next run instead.
        await reminders.release(`expiry:${item.id}`);
        logger.warn(`A reminder was not sent: ${toError(error).message}`);
      }
    }
  }

  async #tell(item: Expiring): Promise<void> {
    const { scorecards, notifications, rubrics } = this.#options;
    const scorecard = await scorecards.get(item.entityRef, item.rubricId);
    const owner = scorecard?.entity.owner;
    if (!scorecard || !owner) return;
    const { rubric } = rubrics.get(item.rubricId).compiled;
    const title =
      rubric.checks.find(({ id }) => id === item.checkId)?.title ??
      item.checkId;
    const { kind, namespace, name } = parseEntityRef(item.entityRef);
    await notifications.send({
      recipients: { type: 'entity', entityRef: owner },
      payload: {
        title: `The ${
          item.what
        } to "${title}" expires on ${item.expiresAt.slice(0, 10)}`,
        description: `It is for ${
          scorecard.entity.title ?? name
        }; after that day the check is open again.`,
        link: `/catalog/${namespace}/${kind}/${name}/maturity`,
        severity: 'normal',
        topic: 'ml-maturity-expiry',
        scope: `ml-maturity:expiry:${item.id}`,
      },
    });
  }
}

interface ExpiryReminderOptions {
  attestations: AttestationStore;
  waivers: WaiverStore;
  scorecards: ScorecardStore;
  reminders: ReminderStore;
  notifications: NotificationService;
  rubrics: RubricService;
  remindBefore: HumanDuration;
  logger: LoggerService;
}
