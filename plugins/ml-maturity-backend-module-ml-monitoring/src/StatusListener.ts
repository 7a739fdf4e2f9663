import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { MlMaturityApi } from '@airworthy/plugin-ml-maturity-common';
import { RELATION_DEPLOYS } from '@airworthy/plugin-ml-models-common';
import {
  ML_MONITORING_STATUS_TOPIC,
  MlMonitoringStatusEvent,
} from '@airworthy/plugin-ml-monitoring-node';
import { chunks } from './lib/chunks';
import { relationTargets } from './lib/relations';

// One cause often changes many deployments within moments.
const GATHER_MS = 30_000;
const PER_REQUEST = 500;

interface StatusListenerOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  events: Pick<EventsService, 'subscribe'>;
  logger: LoggerService;
  maturity: Pick<MlMaturityApi, 'evaluate'>;
  gatherMs?: number;
}

/**
 * Asks for an evaluation of the models whose deployments changed status.
 *
 * @remarks
 *
 * What is lost when the backend stops meanwhile is made up for by the next
 * sweep of the maturity plugin.
 */
export class StatusListener {
  readonly #options: StatusListenerOptions;
  readonly #changed = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;

  constructor(options: StatusListenerOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    await this.#options.events.subscribe({
      id: 'ml-maturity-monitoring-status',
      topics: [ML_MONITORING_STATUS_TOPIC],
      onEvent: async ({ eventPayload }) => {
        const { entityRef } = eventPayload as MlMonitoringStatusEvent;
        if (this.#isStopped) return;
        this.#changed.add(entityRef.toLocaleLowerCase('en-US'));
        this.#timer ??= setTimeout(
          () => void this.#evaluate(),
          this.#options.gatherMs ?? GATHER_MS,
        );
      },
    });
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #evaluate(): Promise<void> {
    const { auth, maturity, logger } = this.#options;
    this.#timer = undefined;
    const changed = [...this.#changed];
    this.#changed.clear();
    try {
      const models = await this.#modelsOf(changed);
      for (const entityRefs of chunks(models, PER_REQUEST)) {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: await auth.getOwnServiceCredentials(),
          targetPluginId: 'ml-maturity',
        });
        await maturity.evaluate({ entityRefs }, { token });
      }
    } catch (error) {
      logger.warn(
        `Models of ${
          changed.length
        } deployments whose status changed will be evaluated later: ${
          toError(error).message
        }`,
      );
    }
  }

  async #modelsOf(deployments: readonly string[]): Promise<string[]> {
    const { auth, catalog } = this.#options;
    const models = new Set<string>();
    for (const entityRefs of chunks(deployments, PER_REQUEST)) {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind', 'metadata', 'relations'] },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      for (const entity of items) {
        if (!entity) continue;
        relationTargets(entity, RELATION_DEPLOYS).forEach(ref =>
          models.add(ref),
        );
      }
    }
    return [...models];
  }
}
