import { CompoundEntityRef } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';

/** The path of the tab below a deployment's page. */
export const ROLLOUT_PATH = '/rollout';

/* A tab of the monitoring plugin; no route reference is shared between tabs of an entity. */
const COMPARISON_PATH = '/monitoring/rollout';

/** Gives addresses of a deployment's pages. */
export function useDeploymentHrefs(): {
  rollout: (entityRef: string | CompoundEntityRef) => string;
  comparison: (entityRef: string | CompoundEntityRef) => string;
} {
  const entityHref = useEntityRefLink();
  return {
    rollout: ref => `${entityHref(ref)}${ROLLOUT_PATH}`,
    comparison: ref => `${entityHref(ref)}${COMPARISON_PATH}`,
  };
}
