import {
  RELATION_BASE_OF,
  RELATION_DEPLOYED_BY,
  RELATION_DEPLOYS,
  RELATION_DERIVED_FROM,
  RELATION_TRAINED_BY,
  RELATION_TRAINS,
} from '@airworthy/plugin-ml-models-common';

/** The relations of models and deployments, each with its other side. @public */
export const mlModelRelationPairs: [string, string][] = [
  [RELATION_DEPLOYS, RELATION_DEPLOYED_BY],
  [RELATION_TRAINS, RELATION_TRAINED_BY],
  [RELATION_BASE_OF, RELATION_DERIVED_FROM],
];
