import {
  mlDeploymentPredicate,
  mlModelPredicate,
} from '@airworthy/plugin-ml-models-common';
import { MlDeploymentStatusBlueprint } from '@airworthy/plugin-ml-models-react';
import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

const deploymentCard = EntityCardBlueprint.make({
  name: 'deployment',
  params: {
    type: 'info',
    filter: mlDeploymentPredicate,
    loader: () =>
      import('./DeploymentHealthCard').then(m => <m.DeploymentHealthCard />),
  },
});

const modelCard = EntityCardBlueprint.make({
  name: 'model',
  params: {
    type: 'info',
    filter: mlModelPredicate,
    loader: () => import('./ModelHealthCard').then(m => <m.ModelHealthCard />),
  },
});

const status = MlDeploymentStatusBlueprint.make({
  params: {
    title: 'Health',
    loader: () => import('../column/HealthColumn'),
  },
});

export const healthExtensions: ExtensionDefinition[] = [
  deploymentCard,
  modelCard,
  status,
];
