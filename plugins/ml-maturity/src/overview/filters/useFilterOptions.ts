import {
  FILTER_NONE,
  RollupBy,
  RollupResponse,
} from '@airworthy/plugin-ml-maturity-common';
import {
  mlModelPredicate,
  taskTitle,
} from '@airworthy/plugin-ml-models-common';
import {
  FilterOption,
  Loaded,
  useLoad,
} from '@airworthy/plugin-ml-models-react';
import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { mlMaturityApiRef } from '../../api/mlMaturityApiRef';
import { FilterId } from '../state/overviewState';

/** What the filters offer. */
export type FilterOptions = Partial<Record<FilterId, FilterOption[]>>;

const BY_ROLLUP: readonly (RollupBy & FilterId)[] = [
  'owner',
  'domain',
  'system',
  'lifecycle',
  'task',
  'track',
];

/** The name for people of a value. */
export function valueTitle(by: FilterId, value: string): string {
  return by === 'task' ? taskTitle(value) : value;
}

function optionsOf(
  by: FilterId,
  { nodes, unassigned }: RollupResponse,
  none: string,
): FilterOption[] {
  const options = nodes
    .map(({ id, title, models }) => ({
      value: id,
      label: valueTitle(by, title),
      count: models,
    }))
    .sort((a, b) =>
      a.label.localeCompare(b.label, undefined, { numeric: true }),
    );
  if (unassigned.models > 0) {
    options.push({ value: FILTER_NONE, label: none, count: unassigned.models });
  }
  return options;
}

/** The choices that could be read, and why others could not. */
export interface ReadOptions {
  options: FilterOptions;
  failure?: Error;
}

/** Reads what the filters can offer, with how many models have each value. */
export function useFilterOptions(
  rubric: string | undefined,
  none: string,
): Loaded<ReadOptions> {
  const api = useApi(mlMaturityApiRef);
  const catalogApi = useApi(catalogApiRef);
  return useLoad(`options|${rubric}`, async signal => {
    const readTags = async (): Promise<FilterOption[]> => {
      const { facets } = await catalogApi.getEntityFacets({
        query: mlModelPredicate,
        facets: ['metadata.tags'],
      });
      return (facets['metadata.tags'] ?? [])
        .map(({ value, count }) => ({ value, label: value, count }))
        .sort((a, b) => a.label.localeCompare(b.label));
    };
    const read: [FilterId, Promise<FilterOption[]>][] = [
      ...BY_ROLLUP.map((by): [FilterId, Promise<FilterOption[]>] => [
        by,
        api
          .getRollup({ by, measure: 'score', rubric }, { signal })
          .then(response => optionsOf(by, response, none)),
      ]),
      ['tag', readTags()],
    ];
    const answers = await Promise.allSettled(read.map(([, answer]) => answer));
    const result: ReadOptions = { options: {} };
    answers.forEach((answer, i) => {
      if (answer.status === 'fulfilled') {
        result.options[read[i][0]] = answer.value;
      } else {
        result.failure ??= toError(answer.reason);
      }
    });
    return result;
  });
}
