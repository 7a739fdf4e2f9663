import { ScorecardHistory } from '@airworthy/plugin-ml-maturity-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';
import { Loaded, useLoad } from '@airworthy/plugin-ml-models-react';

interface Options {
  entityRef: string;
  rubric: string;
  days: number;
  /** Changes when the scorecard is read anew. */
  version?: string;
}

/** How a scorecard came to be what it is. */
export function useHistory(options: Options): Loaded<ScorecardHistory> {
  const { entityRef, rubric, days, version = '' } = options;
  const api = useApi(mlMaturityApiRef);
  return useLoad([entityRef, rubric, days, version].join('|'), signal =>
    api.getHistory({ entityRef, rubric, days }, { signal }),
  );
}
