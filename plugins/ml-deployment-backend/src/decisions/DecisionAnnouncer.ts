import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { RolloutDecision } from '@airworthy/plugin-ml-deployment-common';
import {
  ML_DEPLOYMENT_DECISION_TOPIC,
  MlDeploymentDecisionEvent,
} from '@airworthy/plugin-ml-deployment-node';
import { CatalogDeployment } from '../deployments/readDeployment';
import { decisionNotification } from './decisionNotification';

interface DecisionAnnouncerOptions {
  events: Pick<EventsService, 'publish'>;
  logger: LoggerService;
  notifications: NotificationService;
}

/** Tells other plugins and the owner of decisions. */
export class DecisionAnnouncer {
  readonly #options: DecisionAnnouncerOptions;

  constructor(options: DecisionAnnouncerOptions) {
    this.#options = options;
  }

  /** Never throws: the decision is recorded, whether anybody hears of it or not. */
  async announce(
    deployment: CatalogDeployment,
    decision: RolloutDecision,
  ): Promise<void> {
    const { events, logger, notifications } = this.#options;
    const eventPayload: MlDeploymentDecisionEvent = {
      entityRef: decision.entityRef,
      decisionId: decision.id,
      decision: decision.decision,
      rehearsal: decision.rehearsal,
      overrides: decision.overrides,
      decidedBy: decision.decidedBy,
      decidedAt: decision.decidedAt,
    };
    const told = await Promise.allSettled([
      events.publish({ topic: ML_DEPLOYMENT_DECISION_TOPIC, eventPayload }),
      this.#notify(notifications, deployment, decision),
    ]);
    for (const result of told) {
      if (result.status === 'rejected') {
        logger.warn(
          `Not everybody was told of the decision ${decision.id} on ${
            decision.entityRef
          }: ${toError(result.reason).message}`,
        );
      }
    }
  }

  async #notify(
    notifications: NotificationService,
    deployment: CatalogDeployment,
    decision: RolloutDecision,
  ): Promise<void> {
    const notification = decisionNotification(deployment, decision);
    if (notification) await notifications.send(notification);
  }
}
