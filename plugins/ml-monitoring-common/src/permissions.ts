import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/** Read health, figures and the fleet; entities that the catalog hides stay hidden. @public */
export const mlMonitoringReadPermission = createPermission({
  name: 'mlMonitoring.read',
  attributes: { action: 'read' },
});

/** See rows of the inference log of a deployment, which may hold personal data. @public */
export const mlMonitoringReadRowsPermission = createPermission({
  name: 'mlMonitoring.rows.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Mute a check of a deployment until a time, or end a mute. @public */
export const mlMonitoringMutePermission = createPermission({
  name: 'mlMonitoring.mute',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Start evaluations and try out settings on real data. @public */
export const mlMonitoringManagePermission = createPermission({
  name: 'mlMonitoring.manage',
  attributes: { action: 'update' },
});

/** Every permission of monitoring. @public */
export const mlMonitoringPermissions = [
  mlMonitoringReadPermission,
  mlMonitoringReadRowsPermission,
  mlMonitoringMutePermission,
  mlMonitoringManagePermission,
];
