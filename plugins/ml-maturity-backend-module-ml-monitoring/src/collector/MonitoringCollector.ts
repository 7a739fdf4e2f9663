import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { monitoringFacts } from '@airworthy/plugin-ml-maturity-common';
import {
  CollectRequest,
  CollectorAnswer,
  FactCollector,
} from '@airworthy/plugin-ml-maturity-node';
import {
  RELATION_DEPLOYED_BY,
  ReadableMlDeployment,
  isProductionDeployment,
  readMlDeployment,
} from '@airworthy/plugin-ml-models-common';
import {
  chunks,
  loadByRef,
  relationTargets,
} from '@airworthy/plugin-ml-models-node';
import {
  FleetEntry,
  MlMonitoringApi,
} from '@airworthy/plugin-ml-monitoring-common';
import { factsOf } from './factsOf';

// References are in the address, which servers cut off at some length.
const REFS_PER_REQUEST = 100;

type Deployments = Map<string, ReadableMlDeployment>;

/** Those in production; before a model is there, wherever it runs. */
function judged(entity: Entity, deployments: Deployments): string[] {
  const refs = relationTargets(entity, RELATION_DEPLOYED_BY).filter(ref =>
    deployments.has(ref),
  );
  const production = refs.filter(ref =>
    isProductionDeployment(deployments.get(ref)!),
  );
  return production.length
    ? production
    : refs.filter(ref => deployments.get(ref)!.spec.lifecycle !== 'retired');
}

/** Facts of what is watched of a model in production, and of how it does. */
export class MonitoringCollector implements FactCollector {
  readonly schema = monitoringFacts;
  readonly freshness = { minutes: 15 };
  readonly batchSize = 200;
  readonly #catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  readonly #monitoring: Pick<MlMonitoringApi, 'getFleet'>;
  readonly #auth: AuthService;
  readonly #now: () => Date;

  constructor(options: {
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    monitoring: Pick<MlMonitoringApi, 'getFleet'>;
    auth: AuthService;
    now?: () => Date;
  }) {
    this.#catalog = options.catalog;
    this.#monitoring = options.monitoring;
    this.#auth = options.auth;
    this.#now = options.now ?? (() => new Date());
  }

  async collect({
    entities,
    credentials,
    signal,
  }: CollectRequest): Promise<CollectorAnswer[]> {
    const deployments = await this.#deploymentsOf(entities, credentials);
    const wanted = new Map(
      entities.map(entity => [entity, judged(entity, deployments)]),
    );
    const fleet = await this.#fleetOf(
      [...new Set([...wanted.values()].flat())],
      credentials,
      signal,
    );
    const now = this.#now();
    return entities.map(entity => ({
      entityRef: stringifyEntityRef(entity),
      values: factsOf(
        wanted.get(entity)!.map(ref => ({
          deployment: deployments.get(ref)!,
          entry: fleet.get(ref),
        })),
        now,
      ),
    }));
  }

  async #deploymentsOf(
    entities: readonly Entity[],
    credentials: BackstageCredentials,
  ): Promise<Deployments> {
    const found = await loadByRef(
      this.#catalog,
      entities.flatMap(entity => relationTargets(entity, RELATION_DEPLOYED_BY)),
      { credentials, fields: ['kind', 'metadata', 'spec'] },
    );
    return new Map(
      [...found].map(([ref, entity]) => [ref, readMlDeployment(entity)]),
    );
  }

  async #fleetOf(
    refs: readonly string[],
    credentials: BackstageCredentials,
    signal: AbortSignal,
  ): Promise<Map<string, FleetEntry>> {
    const fleet = new Map<string, FleetEntry>();
    for (const ref of chunks(refs, REFS_PER_REQUEST)) {
      signal.throwIfAborted();
      const { token } = await this.#auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: 'ml-monitoring',
      });
      const { items } = await this.#monitoring.getFleet(
        { ref, limit: REFS_PER_REQUEST },
        { token, signal },
      );
      items.forEach(entry => fleet.set(entry.entityRef, entry));
    }
    return fleet;
  }
}
