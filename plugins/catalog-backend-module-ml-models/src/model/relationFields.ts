import {
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import {
  RELATION_DEPLOYS,
  RELATION_DERIVED_FROM,
  RELATION_TRAINED_BY,
} from '@airworthy/plugin-ml-models-common';

const owner = {
  selector: { path: 'spec.owner' },
  relation: RELATION_OWNED_BY,
  defaultKind: 'Group',
  defaultNamespace: 'inherit' as const,
  allowedKinds: ['Group', 'User'],
};

const system = {
  selector: { path: 'spec.system' },
  relation: RELATION_PART_OF,
  defaultKind: 'System',
  defaultNamespace: 'inherit' as const,
  allowedKinds: ['System'],
};

const dependsOn = {
  selector: { path: 'spec.dependsOn' },
  relation: RELATION_DEPENDS_ON,
  defaultNamespace: 'inherit' as const,
  allowedKinds: ['Resource', 'Component', 'API', 'MlModel', 'MlDeployment'],
};

/** Fields of an `MlModel` that make relations. */
export const modelRelationFields = [
  owner,
  system,
  dependsOn,
  {
    selector: { path: 'spec.baseModel' },
    relation: RELATION_DERIVED_FROM,
    defaultKind: 'MlModel',
    defaultNamespace: 'inherit' as const,
    allowedKinds: ['MlModel'],
  },
  {
    selector: { path: 'spec.trainedBy' },
    relation: RELATION_TRAINED_BY,
    defaultKind: 'Component',
    defaultNamespace: 'inherit' as const,
    allowedKinds: ['Component'],
  },
];

/** Fields of an `MlDeployment` that make relations. */
export const deploymentRelationFields = [
  owner,
  system,
  dependsOn,
  {
    selector: { path: 'spec.model' },
    relation: RELATION_DEPLOYS,
    defaultKind: 'MlModel',
    defaultNamespace: 'inherit' as const,
    allowedKinds: ['MlModel'],
  },
];
