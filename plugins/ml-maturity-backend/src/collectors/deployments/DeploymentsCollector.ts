import { CatalogService } from '@backstage/plugin-catalog-node';
import { deploymentsFacts } from '@airworthy/plugin-ml-maturity-common';
import {
  CollectRequest,
  CollectorAnswer,
  FactCollector,
} from '@airworthy/plugin-ml-maturity-node';
import {
  RELATION_DEPLOYED_BY,
  ReadableMlDeployment,
  isProductionDeployment,
  liveVariants,
  newestRollout,
  readMlDeployment,
} from '@airworthy/plugin-ml-models-common';
import { loadByRef, relationTargets } from '@airworthy/plugin-ml-models-node';
import { answerEach } from '../lib/answerEach';
import { compact } from '../lib/compact';
import { hasAlertRoute } from '../lib/contact';

// The stable version goes on running until the new one has proved itself.
const KEEPS_PREVIOUS = new Set(['shadow', 'blue-green', 'canary', 'ab-test']);
const OBJECTIVE = /^(error_|latency|availability|success_|saturation|request_)/;

function rolloutFacts(deployment: ReadableMlDeployment | undefined) {
  const strategy = deployment?.spec.strategy;
  if (!deployment) return {};
  return {
    strategy: strategy?.type,
    hasPlan: Boolean(strategy?.plan?.phases?.length || strategy?.plan?.url),
    progressive: strategy !== undefined && KEEPS_PREVIOUS.has(strategy.type),
    keepsPrevious: strategy !== undefined && KEEPS_PREVIOUS.has(strategy.type),
  };
}

/** The strictest limit on the age of a serving version. */
function greatestAge(
  declared: NonNullable<ReadableMlDeployment['spec']['monitoring']>[],
): number | undefined {
  const limits = declared
    .flatMap(({ thresholds = [] }) => thresholds)
    .filter(({ metric }) => metric === 'model_age_days')
    .flatMap(({ critical, warning }) => critical ?? warning ?? []);
  return limits.length ? Math.min(...limits) : undefined;
}

function monitoringFacts(deployments: ReadableMlDeployment[]) {
  const declared = deployments.flatMap(({ spec }) => spec.monitoring ?? []);
  const metrics = new Set(
    declared.flatMap(({ thresholds = [] }) => thresholds.map(t => t.metric)),
  );
  return {
    declared: declared.some(
      ({ inferenceLog, prometheus }) =>
        inferenceLog !== undefined || prometheus !== undefined,
    ),
    hasInferenceLog: declared.some(
      ({ inferenceLog }) => inferenceLog !== undefined,
    ),
    thresholds: metrics.size,
    thresholdMetrics: [...metrics].sort(),
    maxAgeDays: greatestAge(declared),
    hasSlo: [...metrics].some(metric => OBJECTIVE.test(metric)),
  };
}

function isBounded({ spec: { scaling } }: ReadableMlDeployment): boolean {
  return (
    scaling?.minReplicas !== undefined && scaling.maxReplicas !== undefined
  );
}

function factsOf(deployments: ReadableMlDeployment[]) {
  const production = deployments.filter(isProductionDeployment);
  // What is planned for production is judged there; before that, wherever it runs.
  const judged = production.length ? production : deployments;
  const environments = deployments.flatMap(
    ({ spec }) => spec.environment ?? [],
  );
  return compact({
    count: deployments.length,
    production: {
      count: production.length,
      serving: production.filter(d => liveVariants(d).length > 0).length,
    },
    environments: [...new Set(environments)].sort(),
    newest: rolloutFacts(newestRollout(deployments)),
    monitoring: monitoringFacts(judged),
    alertRoute: judged.some(
      d => d.spec.monitoring?.alertmanager !== undefined || hasAlertRoute(d),
    ),
    scaling: { bounded: judged.some(isBounded) },
  });
}

/** Facts of the deployments of a model, from the catalog. */
export class DeploymentsCollector implements FactCollector {
  readonly schema = deploymentsFacts;
  readonly freshness = { hours: 24 };
  readonly batchSize = 200;
  readonly #catalog: CatalogService;

  constructor(options: { catalog: CatalogService }) {
    this.#catalog = options.catalog;
  }

  async collect({
    entities,
    credentials,
  }: CollectRequest): Promise<CollectorAnswer[]> {
    const deployments = await loadByRef(
      this.#catalog,
      entities.flatMap(entity => relationTargets(entity, RELATION_DEPLOYED_BY)),
      { credentials, fields: ['kind', 'metadata', 'spec'] },
    );
    return answerEach(entities, entity =>
      factsOf(
        relationTargets(entity, RELATION_DEPLOYED_BY)
          .flatMap(ref => deployments.get(ref) ?? [])
          .map(readMlDeployment),
      ),
    );
  }
}
