import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { readDeployments } from './readDeployments';

/** The deployments of the models of a page, by reference. */
export function useDeployments(models: Entity[], fields: string[]) {
  const catalogApi = useApi(catalogApiRef);
  return useAsyncRetry(
    () => readDeployments(catalogApi, models, fields),
    // The list of fields changes with the installed plugins only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [catalogApi, models],
  );
}
