import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  DecisionSummary,
  MlDeploymentApi,
} from '@airworthy/plugin-ml-deployment-common';
import { reviewFacts } from '@airworthy/plugin-ml-maturity-common';
import {
  CollectRequest,
  CollectorAnswer,
  FactCollector,
} from '@airworthy/plugin-ml-maturity-node';
import {
  RELATION_DEPLOYED_BY,
  readMlDeployment,
} from '@airworthy/plugin-ml-models-common';
import {
  chunks,
  loadByRef,
  relationTargets,
} from '@airworthy/plugin-ml-models-node';
import { factsOf } from './factsOf';

const REFS_PER_REQUEST = 500;

/** Facts of what was decided on the rollouts of a model. */
export class ReviewCollector implements FactCollector {
  readonly schema = reviewFacts;
  // Decisions come as events; this is for those that got lost.
  readonly freshness = { hours: 1 };
  readonly batchSize = 200;
  readonly #catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  readonly #rollouts: Pick<MlDeploymentApi, 'getDecisionSummaries'>;
  readonly #auth: AuthService;
  readonly #now: () => Date;

  constructor(options: {
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    rollouts: Pick<MlDeploymentApi, 'getDecisionSummaries'>;
    auth: AuthService;
    now?: () => Date;
  }) {
    this.#catalog = options.catalog;
    this.#rollouts = options.rollouts;
    this.#auth = options.auth;
    this.#now = options.now ?? (() => new Date());
  }

  async collect({
    entities,
    credentials,
    signal,
  }: CollectRequest): Promise<CollectorAnswer[]> {
    const deployments = await loadByRef(
      this.#catalog,
      entities.flatMap(entity => relationTargets(entity, RELATION_DEPLOYED_BY)),
      { credentials, fields: ['kind', 'metadata', 'spec'] },
    );
    const summaries = await this.#summariesOf(
      [...deployments.keys()],
      credentials,
      signal,
    );
    const now = this.#now();
    return entities.map(entity => ({
      entityRef: stringifyEntityRef(entity),
      values: factsOf(
        relationTargets(entity, RELATION_DEPLOYED_BY)
          .flatMap(ref => deployments.get(ref) ?? [])
          .map(readMlDeployment),
        summaries,
        now,
      ),
    }));
  }

  async #summariesOf(
    refs: readonly string[],
    credentials: BackstageCredentials,
    signal: AbortSignal,
  ): Promise<Map<string, DecisionSummary>> {
    const summaries = new Map<string, DecisionSummary>();
    for (const entityRefs of chunks(refs, REFS_PER_REQUEST)) {
      signal.throwIfAborted();
      const { token } = await this.#auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: 'ml-deployment',
      });
      const items = await this.#rollouts.getDecisionSummaries(
        { entityRefs },
        { token, signal },
      );
      items.forEach(item => summaries.set(item.entityRef, item));
    }
    return summaries;
  }
}
