import {
  Entity,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogFacts } from '@airworthy/plugin-ml-maturity-common';
import {
  CollectRequest,
  CollectorAnswer,
  FactCollector,
} from '@airworthy/plugin-ml-maturity-node';
import {
  RELATION_DERIVED_FROM,
  RELATION_TRAINED_BY,
  isDataset,
  readDataset,
} from '@airworthy/plugin-ml-models-common';
import { loadByRef, relationTargets } from '@airworthy/plugin-ml-models-node';
import { answerEach } from '../lib/answerEach';
import { compact } from '../lib/compact';
import { hasContact } from '../lib/contact';
import { ModelCounter, ModelCounts } from './ModelCounter';
import { siblingsOf } from './siblings';

type Found = Map<string, Entity>;

const RELATIONS = [
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  RELATION_DEPENDS_ON,
  RELATION_TRAINED_BY,
  RELATION_DERIVED_FROM,
];

const isWritten = (text: unknown) =>
  typeof text === 'string' && text.trim() !== '';

function ownerFacts(entity: Entity, found: Found) {
  const [ref] = relationTargets(entity, RELATION_OWNED_BY);
  const owner = ref ? found.get(ref) : undefined;
  if (!owner) return { exists: false };
  return {
    exists: true,
    isGroup: owner.kind === 'Group',
    hasContact: hasContact(owner),
    childGroups: relationTargets(owner, RELATION_PARENT_OF).length,
  };
}

function datasetFacts(entity: Entity, found: Found) {
  const refs = relationTargets(entity, RELATION_DEPENDS_ON, 'resource');
  const datasets = refs
    .flatMap(ref => found.get(ref) ?? [])
    .filter(isDataset)
    .map(readDataset);
  return {
    count: datasets.length,
    missing: refs.filter(ref => !found.has(ref)).length,
    withSize: datasets.filter(
      d => d.rows !== undefined || d.bytes !== undefined,
    ).length,
    withOrigin: datasets.filter(d => d.origin !== undefined).length,
    withVersion: datasets.filter(d => d.version !== undefined).length,
    withSchema: datasets.filter(d => d.schema !== undefined).length,
  };
}

/**
 * Facts of the entity, its relations, its owner and siblings.
 *
 * @remarks
 *
 * A batch costs one request for all that its entities relate to; the counts of
 * models by owner and system are made once for all batches of a minute.
 */
export class CatalogCollector implements FactCollector {
  readonly schema = catalogFacts;
  readonly freshness = { hours: 6 };
  readonly batchSize = 500;
  readonly #catalog: CatalogService;
  readonly #counter: ModelCounter;
  readonly #orchestratorTypes: ReadonlySet<string>;

  constructor(options: {
    catalog: CatalogService;
    /** `spec.type` of components that an orchestrator runs. */
    orchestratorTypes: readonly string[];
  }) {
    this.#catalog = options.catalog;
    this.#counter = new ModelCounter(options);
    this.#orchestratorTypes = new Set(options.orchestratorTypes);
  }

  async collect({
    entities,
    credentials,
  }: CollectRequest): Promise<CollectorAnswer[]> {
    const refs = entities.flatMap(entity =>
      RELATIONS.flatMap(type => relationTargets(entity, type)),
    );
    const [found, counts] = await Promise.all([
      loadByRef(this.#catalog, refs, { credentials }),
      this.#counter.count(credentials),
    ]);
    return answerEach(entities, entity => this.#factsOf(entity, found, counts));
  }

  #factsOf(entity: Entity, found: Found, counts: ModelCounts) {
    const lifecycle =
      typeof entity.spec?.lifecycle === 'string'
        ? entity.spec.lifecycle
        : undefined;
    const [system] = relationTargets(entity, RELATION_PART_OF);
    const [baseModel] = relationTargets(entity, RELATION_DERIVED_FROM);
    return compact({
      lifecycle,
      description: isWritten(entity.metadata.description),
      owner: ownerFacts(entity, found),
      system: { exists: system !== undefined && found.has(system) },
      siblings: {
        known: siblingsOf(entity, counts.all, 1) > 0,
        inProduction: siblingsOf(
          entity,
          counts.production,
          lifecycle === 'production' ? 1 : 0,
        ),
      },
      relations: {
        trainedBy: this.#pipelineFacts(entity, found),
        baseModel: { exists: baseModel !== undefined && found.has(baseModel) },
      },
      datasets: datasetFacts(entity, found),
    });
  }

  #pipelineFacts(entity: Entity, found: Found) {
    const [ref] = relationTargets(entity, RELATION_TRAINED_BY);
    const pipeline = ref ? found.get(ref) : undefined;
    if (!pipeline) return { exists: false };
    const type = String(pipeline.spec?.type ?? '');
    return {
      exists: true,
      type: type || undefined,
      isOrchestrated: this.#orchestratorTypes.has(type),
    };
  }
}
