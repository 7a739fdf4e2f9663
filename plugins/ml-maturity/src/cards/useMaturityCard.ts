import { useLoad } from '@airworthy/plugin-ml-models-react';
import {
  Rubric,
  ScorecardResponse,
} from '@airworthy/plugin-ml-maturity-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';

/** The scorecard of an entity with its rubric. */
export interface MaturityCard {
  card?: ScorecardResponse;
  rubric?: Rubric;
  /** Why there is no scorecard: it is made now, or no rubric covers the entity. */
  missing?: 'pending' | 'not-covered';
  error?: Error;
  reload: () => void;
}

/** Reads what a card shows. */
export function useMaturityCard(entityRef: string | undefined): MaturityCard {
  const api = useApi(mlMaturityApiRef);
  const { value, error, reload } = useLoad(entityRef, async signal => {
    const [card, rubrics] = await Promise.all([
      api.getScorecard({ entityRef: entityRef! }, { signal }),
      api.getRubrics({ signal }),
    ]);
    if (card.state !== 'evaluated') return { missing: card.state };
    const entry = rubrics.items.find(
      item => item.rubric.metadata.id === card.rubric.id,
    );
    return { card, rubric: entry?.rubric };
  });
  return { ...value, error, reload };
}
