import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/** Read strategies, ask for advice, plans and manifests, read reviews and decisions; entities that the catalog hides stay hidden. @public */
export const mlDeploymentReadPermission = createPermission({
  name: 'mlDeployment.read',
  attributes: { action: 'read' },
});

/** Record a decision on the rollout of a deployment. @public */
export const mlDeploymentDecidePermission = createPermission({
  name: 'mlDeployment.decide',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Record a decision that the verdict speaks against. @public */
export const mlDeploymentOverridePermission = createPermission({
  name: 'mlDeployment.decide.override',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Every permission of deployment. @public */
export const mlDeploymentPermissions = [
  mlDeploymentReadPermission,
  mlDeploymentDecidePermission,
  mlDeploymentOverridePermission,
];
