import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { mlDeploymentPredicate } from '@airworthy/plugin-ml-models-common';
import pLimit from 'p-limit';
import { chunks } from '@airworthy/plugin-ml-models-node';
import { KnownDeployment, knownDeployment } from '../catalog/DeploymentReader';
import { ModelReader } from '../catalog/ModelReader';
import {
  CatalogDeployment,
  readDeployment,
  toMonitored,
} from '../catalog/deploymentOf';
import { MlMonitoringConfig } from '../config';
import { MuteStore } from '../database/MuteStore';
import { StatusStore } from '../database/StatusStore';
import { SourceRegistry } from '../sources/SourceRegistry';
import { StatusEvaluator } from '../status/StatusEvaluator';
import { NO_SOURCE, hasHealthSource } from '../status/hasHealthSource';
import { isDue, planJobs } from '../status/planJobs';
import { Outbox } from './Outbox';

const PAGE = 200;
const REFS_PER_REQUEST = 500;
const EXPIRED_AT_ONCE = 1_000;
const FIELDS = ['kind', 'apiVersion', 'metadata', 'spec', 'relations'];

/** What is said of a deployment until its first evaluation. */
function firstReason(
  deployment: CatalogDeployment,
  registry: SourceRegistry,
): string {
  if (deployment.isRetired) return 'Retired deployments are not evaluated';
  return hasHealthSource(registry, toMonitored(deployment, { task: 'other' }))
    ? 'Not evaluated yet'
    : NO_SOURCE;
}

interface FleetSweepOptions {
  catalog: CatalogService;
  auth: AuthService;
  models: ModelReader;
  registry: SourceRegistry;
  evaluator: StatusEvaluator;
  statuses: StatusStore;
  mutes: MuteStore;
  outbox: Outbox;
  config: Pick<MlMonitoringConfig, 'windows' | 'thresholds' | 'concurrency'>;
  logger: LoggerService;
}

/** Evaluates what is due of all deployments, a page of the catalog at a time. */
export class FleetSweep {
  readonly #options: FleetSweepOptions;

  constructor(options: FleetSweepOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { catalog, auth, statuses, mutes, outbox } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const facts = await statuses.facts();
    const expired = new Set(await mutes.expired(new Date(), EXPIRED_AT_ONCE));
    const seen = new Set<string>();
    const pages = catalog.streamEntities(
      { query: mlDeploymentPredicate, fields: FIELDS, pageSize: PAGE },
      { credentials },
    );
    for await (const page of pages) {
      if (signal.aborted) return;
      const deployments = page.map(readDeployment);
      deployments.forEach(({ entityRef }) => seen.add(entityRef));
      await this.#noteFacts(deployments, facts);
      await this.#evaluate(deployments, expired, signal);
    }
    if (signal.aborted) return;
    await this.#forget(
      [...facts.keys()].filter(ref => !seen.has(ref)),
      seen,
    );
    await outbox.deliver();
  }

  async #noteFacts(
    deployments: readonly CatalogDeployment[],
    known: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { registry, statuses } = this.#options;
    const changed = deployments
      .map(deployment => ({
        entityRef: deployment.entityRef,
        facts: JSON.stringify(deployment.facts),
        reason: firstReason(deployment, registry),
      }))
      .filter(({ entityRef, facts }) => known.get(entityRef) !== facts);
    if (changed.length) await statuses.putFacts(changed);
  }

  async #evaluate(
    page: readonly CatalogDeployment[],
    expired: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<void> {
    const { models, config, statuses, registry } = this.#options;
    const active = page.filter(({ isRetired }) => !isRetired);
    const [byRef, progress] = await Promise.all([
      models.many(active.flatMap(({ facts }) => facts.model ?? [])),
      statuses.progressOf(active.map(({ entityRef }) => entityRef)),
    ]);
    const now = new Date();
    const due = active
      .map(deployment =>
        knownDeployment(
          deployment,
          byRef.get(deployment.facts.model ?? '') ?? {
            task: 'other',
            versions: [],
          },
          config.thresholds,
        ),
      )
      .filter(deployment => {
        const known = progress.get(deployment.entityRef) ?? {};
        const { windows } = config;
        return (
          expired.has(deployment.entityRef) ||
          isDue(
            planJobs({ deployment, registry, progress: known, windows, now }),
            known,
          )
        );
      });
    const limit = pLimit(config.concurrency);
    await Promise.all(
      due.map(deployment =>
        limit(async () => {
          if (!signal.aborted) await this.#one(deployment, signal);
        }),
      ),
    );
  }

  async #one(deployment: KnownDeployment, signal: AbortSignal): Promise<void> {
    const { evaluator, mutes, logger } = this.#options;
    const { entityRef } = deployment;
    try {
      const now = new Date();
      await evaluator.evaluate(deployment, { signal });
      await mutes.removeExpired(entityRef, now);
    } catch (error) {
      // One deployment never stops the others.
      logger.warn(
        `${entityRef} could not be evaluated: ${toError(error).message}`,
      );
    }
  }

  /** Removes what no page held, after the catalog was asked for each by name. */
  async #forget(
    unseen: readonly string[],
    seen: ReadonlySet<string>,
  ): Promise<void> {
    const { catalog, auth, statuses, logger } = this.#options;
    if (!unseen.length) return;
    if (!seen.size) {
      logger.warn(
        `The catalog holds no deployment, so what is known of ${unseen.length} stays as it is`,
      );
      return;
    }
    const credentials = await auth.getOwnServiceCredentials();
    const gone: string[] = [];
    for (const entityRefs of chunks(unseen, REFS_PER_REQUEST)) {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind'] },
        { credentials },
      );
      entityRefs.forEach((ref, i) => {
        if (!items[i]) gone.push(ref);
      });
    }
    await statuses.remove(gone, new Date());
  }
}
