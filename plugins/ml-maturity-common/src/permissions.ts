import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/** Read rubrics, scorecards and rollups; entities that the catalog hides stay hidden. @public */
export const mlMaturityReadPermission = createPermission({
  name: 'mlMaturity.read',
  attributes: { action: 'read' },
});

/** Answer a check of an entity, or withdraw an answer. @public */
export const mlMaturityAttestPermission = createPermission({
  name: 'mlMaturity.attest',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Ask for a waiver of a check of an entity. @public */
export const mlMaturityWaiverRequestPermission = createPermission({
  name: 'mlMaturity.waiver.request',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Approve, refuse or revoke waivers. @public */
export const mlMaturityWaivePermission = createPermission({
  name: 'mlMaturity.waive',
  attributes: { action: 'update' },
});

/** Create, change and close campaigns. @public */
export const mlMaturityCampaignManagePermission = createPermission({
  name: 'mlMaturity.campaign.manage',
  attributes: { action: 'update' },
});

/** Start an evaluation. @public */
export const mlMaturityEvaluatePermission = createPermission({
  name: 'mlMaturity.evaluate',
  attributes: { action: 'update' },
});

/** Every permission of maturity. @public */
export const mlMaturityPermissions = [
  mlMaturityReadPermission,
  mlMaturityAttestPermission,
  mlMaturityWaiverRequestPermission,
  mlMaturityWaivePermission,
  mlMaturityCampaignManagePermission,
  mlMaturityEvaluatePermission,
];
