/** Relation from a deployment to the model that it serves. @public */
export const RELATION_DEPLOYS = 'deploys';
/** Relation from a model to a deployment of it. @public */
export const RELATION_DEPLOYED_BY = 'deployedBy';
/** Relation from a model to the pipeline that trains it. @public */
export const RELATION_TRAINED_BY = 'trainedBy';
/** Relation from a pipeline to a model that it trains. @public */
export const RELATION_TRAINS = 'trains';
/** Relation from a model to the one that it was made from. @public */
export const RELATION_DERIVED_FROM = 'derivedFrom';
/** Relation from a model to one that was made from it. @public */
export const RELATION_BASE_OF = 'baseOf';
