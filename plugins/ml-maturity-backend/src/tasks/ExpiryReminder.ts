import { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { HumanDuration, durationToMilliseconds } from '@backstage/types';
import { AttestationStore } from '../database/AttestationStore';
import { CheckAddress } from '../database/checkAddress';
import { ReminderStore } from '../database/ReminderStore';
import { ScorecardEntity, ScorecardStore } from '../database/ScorecardStore';
import { WaiverStore } from '../database/WaiverStore';
import { RubricService } from '../rubrics/RubricService';

interface Expiring extends CheckAddress {
  id: string;
  what: 'answer' | 'waiver';
  expiresAt: string;
}

const MAX_LISTED = 5;

/** Tells owners of answers and waivers that expire soon, once for each. */
export class ExpiryReminder {
  readonly #options: ExpiryReminderOptions;

  constructor(options: ExpiryReminderOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { attestations, waivers, remindBefore } = this.#options;
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
    for (const group of this.#groups(expiring)) {
      if (signal.aborted) return;
      await this.#remind(group, now);
    }
  }

  /** What expires, by entity and rubric: an owner gets one notification for each. */
  #groups(expiring: Expiring[]): Expiring[][] {
    const inForce = new Set(
      this.#options.rubrics
        .all()
        .map(({ compiled }) => compiled.rubric.metadata.id),
    );
    const groups = new Map<string, Expiring[]>();
    for (const item of expiring) {
      if (!inForce.has(item.rubricId)) continue;
      const key = `${item.rubricId} ${item.entityRef}`;
      groups.set(key, [...(groups.get(key) ?? []), item]);
    }
    return [...groups.values()];
  }

  async #remind(items: Expiring[], now: Date): Promise<void> {
    const { reminders, scorecards, logger } = this.#options;
    const [{ entityRef, rubricId }] = items;
    const claimed: Expiring[] = [];
    try {
      const scorecard = await scorecards.get(entityRef, rubricId);
      // Without an owner there is nobody to tell yet.
      if (!scorecard?.entity.owner) return;
      for (const item of items) {
        if (await reminders.claim(`expiry:${item.id}`, now)) claimed.push(item);
      }
      if (claimed.length) await this.#tell(claimed, scorecard.entity);
    } catch (error) {
      // Told at the next run instead.
      for (const { id } of claimed) await reminders.release(`expiry:${id}`);
      logger.warn(`A reminder was not sent: ${toError(error).message}`);
    }
  }

  async #tell(items: Expiring[], entity: ScorecardEntity): Promise<void> {
    const { notifications, rubrics } = this.#options;
    const [first] = items;
    const { rubric } = rubrics.get(first.rubricId).compiled;
    const titleOf = (item: Expiring) =>
      rubric.checks.find(({ id }) => id === item.checkId)?.title ??
      item.checkId;
    const lines = items
      .slice(0, MAX_LISTED)
      .map(
        item =>
          `The ${item.what} to "${titleOf(item)}" on ${item.expiresAt.slice(
            0,
            10,
          )}.`,
      );
    const more = items.length - lines.length;
    if (more > 0) lines.push(`And ${more} more.`);
    const { kind, namespace, name } = parseEntityRef(first.entityRef);
    await notifications.send({
      recipients: { type: 'entity', entityRef: entity.owner! },
      payload: {
        title: `${entity.title ?? name}: ${items.length} ${
          items.length === 1
            ? 'answer or waiver expires'
            : 'answers or waivers expire'
        } soon`,
        description: `${lines.join(' ')} After that the checks are open again.`,
        link: `/catalog/${namespace}/${kind}/${name}/maturity`,
        severity: 'normal',
        topic: 'ml-maturity-expiry',
        scope: `ml-maturity:expiry:${first.id}`,
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
