/**
 * Manifests for releasing machine-learning models: rendered for a strategy and
 * a target, validated, and changed step by step.
 *
 * @packageDocumentation
 */
export * from './manifests/labels';
export { parseManifests } from './manifests/parse';
export * from './manifests/serialise';
export * from './manifests/types';
export { renderRequestSchema } from './request/requestSchema';
export type { RenderRequest, RenderVersion } from './request/requestSchema';
export * from './render/renderManifests';
export { validateManifests } from './validate/validateManifests';
export type { ValidateManifestsOptions } from './validate/validateManifests';
export type {
  DocumentRef,
  ManifestProblem,
  ManifestValidation,
} from './validate/types';
export { promotionDiff } from './promote/promotionDiff';
export { PROMOTION_ACTIONS } from './promote/types';
export type {
  Promotion,
  PromotionAction,
  PromotionRequest,
} from './promote/types';
export * from './events/decisionTopic';
export * from './events/workspaceTopic';
export * from './workspaces/WorkspaceRoot';
