import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { MlMaturityApi } from '@airworthy/plugin-ml-maturity-common';
import { RELATION_DEPLOYS } from '@airworthy/plugin-ml-models-common';
import {
  chunks,
  loadByRef,
  relationTargets,
} from '@airworthy/plugin-ml-models-node';

const PER_REQUEST = 500;

/** What a listener needs. @public */
export interface DeploymentListenerOptions {
  /** Of the subscription; replicas of the backend share its events. */
  id: string;
  /** Topic whose events name a deployment in the field `entityRef`. */
  topic: string;
  /** What happened to a deployment, for the log: `whose status changed`. */
  what: string;
  /** How long events are gathered, since one cause often brings many within moments. */
  gatherMs: number;
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  events: Pick<EventsService, 'subscribe'>;
  logger: LoggerService;
  maturity: Pick<MlMaturityApi, 'evaluate'>;
}

/**
 * Asks for an evaluation of the models whose deployments an event was about.
 *
 * @remarks
 *
 * What is lost when the backend stops meanwhile is made up for by the next
 * sweep of the maturity plugin.
 *
 * @public
 */
export class DeploymentListener {
  readonly #options: DeploymentListenerOptions;
  readonly #concerned = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;

  constructor(options: DeploymentListenerOptions) {
    this.#options = options;
  }

  /** Begins to listen: once the maturity plugin answers requests. */
  async start(): Promise<void> {
    const { id, topic, events } = this.#options;
    await events.subscribe({
      id,
      topics: [topic],
      onEvent: async ({ eventPayload }) => this.#note(eventPayload),
    });
  }

  /** Drops what was gathered. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #note(payload: unknown): void {
    const { entityRef } = (payload ?? {}) as { entityRef?: unknown };
    if (this.#isStopped || typeof entityRef !== 'string') return;
    this.#concerned.add(entityRef.toLocaleLowerCase('en-US'));
    this.#timer ??= setTimeout(
      () => void this.#evaluate(),
      this.#options.gatherMs,
    );
  }

  async #evaluate(): Promise<void> {
    const { auth, maturity, logger, what } = this.#options;
    this.#timer = undefined;
    const deployments = [...this.#concerned];
    this.#concerned.clear();
    try {
      const models = await this.#modelsOf(deployments);
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
          deployments.length
        } deployments ${what} will be evaluated later: ${
          toError(error).message
        }`,
      );
    }
  }

  async #modelsOf(refs: readonly string[]): Promise<string[]> {
    const { auth, catalog } = this.#options;
    const deployments = await loadByRef(catalog, refs, {
      credentials: await auth.getOwnServiceCredentials(),
      fields: ['kind', 'metadata', 'relations'],
    });
    const models = [...deployments.values()].flatMap(entity =>
      relationTargets(entity, RELATION_DEPLOYS),
    );
    return [...new Set(models)];
  }
}
