import { useMemo } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { campaignsRouteRef, modelsRouteRef } from '../../routes';
import { OverviewState, formatOverviewState } from './overviewState';

const address = (path: string, state: OverviewState) => {
  const query = formatOverviewState(state).toString();
  return query ? `${path}?${query}` : path;
};

/** Gives the addresses of other parts of the page in a state. */
export function usePageLinks() {
  const models = useRouteRef(modelsRouteRef);
  const campaigns = useRouteRef(campaignsRouteRef);
  return useMemo(
    () => ({
      models: (state: OverviewState) => address(models?.() ?? '', state),
      campaigns: (state: OverviewState) => address(campaigns?.() ?? '', state),
    }),
    [models, campaigns],
  );
}
