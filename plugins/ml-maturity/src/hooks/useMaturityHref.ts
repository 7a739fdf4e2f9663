import { CompoundEntityRef } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';

/** The path of the tab below an entity's page. */
export const MATURITY_PATH = '/maturity';

/** Gives the address of the maturity of an entity. */
export function useMaturityHref(): (
  entityRef: string | CompoundEntityRef,
  query?: string,
) => string {
  const entityHref = useEntityRefLink();
  return (entityRef, query) =>
    `${entityHref(entityRef)}${MATURITY_PATH}${query ? `?${query}` : ''}`;
}
