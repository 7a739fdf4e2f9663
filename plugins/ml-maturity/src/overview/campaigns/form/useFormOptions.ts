import { RollupEntry } from '@airworthy/plugin-ml-maturity-common';
import {
  mlModelPredicate,
  taskTitle,
} from '@airworthy/plugin-ml-models-common';
import {
  FilterOption,
  Loaded,
  useLoad,
} from '@airworthy/plugin-ml-models-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { mlMaturityApiRef } from '../../../api/mlMaturityApiRef';
import { ScopeField } from './scope';

/** What the form offers. */
export interface FormOptions {
  scope: Record<ScopeField, FilterOption[]>;
  /** Groups that models belong to, with those above them. */
  groups: RollupEntry[];
}

// More than a reader looks through.
const MAX_GROUPS = 500;

/** Reads the values that models have. */
export function useFormOptions(
  rubric: string | undefined,
): Loaded<FormOptions> {
  const api = useApi(mlMaturityApiRef);
  const catalogApi = useApi(catalogApiRef);
  return useLoad(`form|${rubric}`, async signal => {
    const measure = 'score';
    const [owners, systems, { facets }] = await Promise.all([
      api.getRollup({ by: 'owner', measure, rubric }, { signal }),
      api.getRollup({ by: 'system', measure, rubric }, { signal }),
      catalogApi.getEntityFacets({
        query: mlModelPredicate,
        facets: ['spec.lifecycle', 'spec.type', 'metadata.tags'],
      }),
    ]);
    const plain = (name: string, titleOf = (value: string) => value) =>
      (facets[name] ?? [])
        .map(({ value, count }) => ({ value, count, label: titleOf(value) }))
        .sort((a, b) => a.label.localeCompare(b.label));
    const entries = (nodes: RollupEntry[]) =>
      nodes
        .map(({ id, title, models }) => ({
          value: id,
          label: title,
          count: models,
        }))
        .sort((a, b) => a.label.localeCompare(b.label));
    return {
      scope: {
        owner: entries(owners.nodes),
        system: entries(systems.nodes),
        lifecycle: plain('spec.lifecycle'),
        task: plain('spec.type', taskTitle),
        tag: plain('metadata.tags'),
      },
      groups: owners.nodes,
    };
  });
}

/** Reads the groups that can run a campaign. */
export function useGroups(): Loaded<FilterOption[]> {
  const catalogApi = useApi(catalogApiRef);
  return useLoad('groups', async () => {
    const { items } = await catalogApi.queryEntities({
      query: { kind: 'Group' },
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.title',
        'spec.profile',
      ],
      limit: MAX_GROUPS,
    });
    return items
      .map(entity => ({
        value: stringifyEntityRef(entity),
        label:
          (entity.spec?.profile as { displayName?: string } | undefined)
            ?.displayName ??
          entity.metadata.title ??
          entity.metadata.name,
      }))
      .sort((a, b) => a.label.localeCompare(b.label));
  });
}
