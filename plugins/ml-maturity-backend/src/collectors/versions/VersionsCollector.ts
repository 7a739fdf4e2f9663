import { CatalogService } from '@backstage/plugin-catalog-node';
import { versionsFacts } from '@airworthy/plugin-ml-maturity-common';
import {
  CollectRequest,
  CollectorAnswer,
  FactCollector,
} from '@airworthy/plugin-ml-maturity-node';
import {
  MlModelEntity,
  MlModelVersion,
  RELATION_DEPLOYED_BY,
  readMlModel,
  sortedVersions,
} from '@airworthy/plugin-ml-models-common';
import { loadByRef, relationTargets } from '@airworthy/plugin-ml-models-node';
import { ageInDays } from '../lib/age';
import { answerEach } from '../lib/answerEach';
import { compact } from '../lib/compact';
import { servingVersion } from './servingVersion';

const has = (values: object | undefined) =>
  values !== undefined && Object.keys(values).length > 0;

// How tuners and people name what they searched with: `search`, `tuner.name`, `n_trials`.
const SEARCH = /(^|[._-])(search|tuner|study|trials)([._-]|$)/i;

function describe(version: MlModelVersion | undefined, now: Date) {
  if (!version) return {};
  const metrics = version.metrics ?? [];
  return {
    name: version.version,
    ageDays: ageInDays(version.createdAt, now),
    metrics: metrics.length,
    hasBaseline: metrics.some(metric => metric.baseline !== undefined),
    hasSlices: metrics.some(metric => metric.slice !== undefined),
    hasHyperparameters: has(version.hyperparameters),
    hasSearch: Object.keys(version.hyperparameters ?? {}).some(name =>
      SEARCH.test(name),
    ),
    hasSignature: version.signature !== undefined,
    hasRun: has(version.run),
    hasCommit: version.run?.commit !== undefined,
    hasAlias: (version.aliases ?? []).length > 0,
    registered: version.registry !== undefined,
  };
}

/** Facts of the newest version, and of the one that serves in production. */
export class VersionsCollector implements FactCollector {
  readonly schema = versionsFacts;
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
    const now = new Date();
    const deployments = await loadByRef(
      this.#catalog,
      entities.flatMap(entity => relationTargets(entity, RELATION_DEPLOYED_BY)),
      { credentials, fields: ['kind', 'metadata', 'spec'] },
    );
    return answerEach(entities, entity => {
      const model = readMlModel(entity) as MlModelEntity;
      const versions = sortedVersions(model);
      const serving = servingVersion(
        relationTargets(entity, RELATION_DEPLOYED_BY).flatMap(
          ref => deployments.get(ref) ?? [],
        ),
      );
      const listed = versions.find(({ version }) => version === serving);
      return compact({
        count: versions.length,
        newest: describe(versions[0], now),
        // A version that serves but that the model does not list is known by name alone.
        serving: listed ? describe(listed, now) : { name: serving },
      });
    });
  }
}
