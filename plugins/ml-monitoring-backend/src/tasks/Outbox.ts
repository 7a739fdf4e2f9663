import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { ML_MONITORING_STATUS_TOPIC } from '@airworthy/plugin-ml-monitoring-node';
import { OutboxStore, StoredEntry } from '../database/OutboxStore';

const AT_ONCE = 50;
const CLAIM_MS = 5 * 60_000;
const MAX_ATTEMPTS = 20;

/**
 * Sends what evaluations left to be told: stored with the change itself, so
 * that a backend that is killed between the two tells it after its restart.
 */
export class Outbox {
  readonly #store: OutboxStore;
  readonly #notifications: NotificationService;
  readonly #events: EventsService;
  readonly #logger: LoggerService;

  constructor(options: {
    outboxStore: OutboxStore;
    notifications: NotificationService;
    events: EventsService;
    logger: LoggerService;
  }) {
    this.#store = options.outboxStore;
    this.#notifications = options.notifications;
    this.#events = options.events;
    this.#logger = options.logger;
  }

  /** Sends what waits; what cannot be sent is tried again later. */
  async deliver(): Promise<void> {
    const entries = await this.#store.claim(AT_ONCE, CLAIM_MS, new Date());
    for (const entry of entries) {
      try {
        await this.#send(entry);
        await this.#store.remove(entry.id);
      } catch (error) {
        const { message } = toError(error);
        this.#logger.warn(`A ${entry.kind} could not be sent: ${message}`);
        if (entry.attempts >= MAX_ATTEMPTS) await this.#store.remove(entry.id);
      }
    }
  }

  async #send({ kind, payload }: StoredEntry): Promise<void> {
    if (kind === 'notification') {
      await this.#notifications.send(payload as any);
    } else {
      await this.#events.publish({
        topic: ML_MONITORING_STATUS_TOPIC,
        eventPayload: payload,
      });
    }
  }
}
