import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { mlModelPredicate } from '@airworthy/plugin-ml-models-common';
import { relationTargets } from '../lib/relations';

type Counts = Map<string, number>;

/** Models by the group, user or system that they belong to. */
export interface ModelCounts {
  all: Counts;
  production: Counts;
}

/** How many models each owner and system has: two requests, whatever the number of models. */
export async function countModels(
  catalog: Pick<CatalogService, 'getEntityFacets'>,
  credentials: BackstageCredentials,
): Promise<ModelCounts> {
  const facets = [RELATION_OWNED_BY, RELATION_PART_OF].map(
    type => `relations.${type}`,
  );
  const count = async (query: FilterPredicate): Promise<Counts> => {
    const answer = await catalog.getEntityFacets(
      { facets, query },
      { credentials },
    );
    return new Map(
      Object.values(answer.facets)
        .flat()
        .map(facet => [facet.value.toLocaleLowerCase('en-US'), facet.count]),
    );
  };
  const [all, production] = await Promise.all([
    count(mlModelPredicate),
    count({ $all: [mlModelPredicate, { 'spec.lifecycle': 'production' }] }),
  ]);
  return { all, production };
}

/**
 * Other models with the same owner, or with the same system, whichever are
 * more.
 */
export function siblingsOf(
  entity: Entity,
  counts: Counts,
  self: number,
): number {
  const groups = [RELATION_OWNED_BY, RELATION_PART_OF].flatMap(type =>
    relationTargets(entity, type),
  );
  const most = Math.max(0, ...groups.map(ref => counts.get(ref) ?? 0));
  return Math.max(0, most - self);
}
