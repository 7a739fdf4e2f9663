import {
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import {
  RELATION_BASE_OF,
  RELATION_DEPLOYED_BY,
  RELATION_DEPLOYS,
  RELATION_DERIVED_FROM,
  RELATION_TRAINED_BY,
  RELATION_TRAINS,
} from '@airworthy/plugin-ml-models-common';

const OUR_KINDS = ['MlModel', 'MlDeployment'];

/** What each relation of our kinds is called on either side. */
export const relationPairs = [
  {
    fromKind: OUR_KINDS,
    toKind: ['Group', 'User'],
    description: 'Who answers for a model or deployment.',
    forward: { type: RELATION_OWNED_BY, title: 'owned by' },
    reverse: { type: RELATION_OWNER_OF, title: 'owner of' },
  },
  {
    fromKind: OUR_KINDS,
    toKind: ['System'],
    description: 'The system that a model or deployment is part of.',
    forward: { type: RELATION_PART_OF, title: 'part of' },
    reverse: { type: RELATION_HAS_PART, title: 'has part' },
  },
  {
    fromKind: OUR_KINDS,
    toKind: ['Resource', 'Component', 'API', ...OUR_KINDS],
    description:
      'What a model or deployment needs: datasets, features, services.',
    forward: { type: RELATION_DEPENDS_ON, title: 'depends on' },
    reverse: { type: RELATION_DEPENDENCY_OF, title: 'dependency of' },
  },
  {
    // A service that uses a model says so from its own side.
    fromKind: ['Component', 'Resource'],
    toKind: OUR_KINDS,
    description: 'A component or resource that needs a model or deployment.',
    forward: { type: RELATION_DEPENDS_ON, title: 'depends on' },
    reverse: { type: RELATION_DEPENDENCY_OF, title: 'dependency of' },
  },
  {
    fromKind: ['MlDeployment'],
    toKind: ['MlModel'],
    description: 'The model that a deployment serves.',
    forward: { type: RELATION_DEPLOYS, title: 'deploys' },
    reverse: { type: RELATION_DEPLOYED_BY, title: 'deployed by' },
  },
  {
    fromKind: ['MlModel'],
    toKind: ['Component'],
    description: 'The pipeline that trains a model.',
    forward: { type: RELATION_TRAINED_BY, title: 'trained by' },
    reverse: { type: RELATION_TRAINS, title: 'trains' },
  },
  {
    fromKind: ['MlModel'],
    toKind: ['MlModel'],
    description: 'The model that a model was fine-tuned or distilled from.',
    forward: { type: RELATION_DERIVED_FROM, title: 'derived from' },
    reverse: { type: RELATION_BASE_OF, title: 'base of' },
  },
];
