import { useLoad } from '@airworthy/plugin-ml-models-react';
import { Rubric, RubricEntry } from '@airworthy/plugin-ml-maturity-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';

const NONE: RubricEntry[] = [];

/** The rubrics in force, and the one that is looked at. */
export interface Rubrics {
  items: RubricEntry[];
  /** Undefined while they are read, and where none has the id. */
  rubric?: Rubric;
  error?: Error;
  reload: () => void;
}

/** Reads the rubrics in force; the first one is looked at where none is named. */
export function useRubrics(id: string | undefined): Rubrics {
  const api = useApi(mlMaturityApiRef);
  const { value, error, reload } = useLoad('rubrics', signal =>
    api.getRubrics({ signal }),
  );
  const items = value?.items ?? NONE;
  const entry = id
    ? items.find(({ rubric }) => rubric.metadata.id === id)
    : items[0];
  return { items, rubric: entry?.rubric, error, reload };
}
