import {
  mlDeploymentPredicate,
  mlModelPredicate,
} from '@airworthy/plugin-ml-models-common';
import { MlModelColumnBlueprint } from '@airworthy/plugin-ml-models-react';
import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { MATURITY_PATH } from '../hooks/useMaturityHref';

const maturityContent = EntityContentBlueprint.make({
  params: {
    path: MATURITY_PATH,
    title: 'Maturity',
    filter: mlModelPredicate,
    loader: () =>
      import('../tab/MaturityContent').then(m => <m.MaturityContent />),
  },
});

const modelMaturityCard = EntityCardBlueprint.make({
  name: 'model',
  params: {
    type: 'info',
    filter: mlModelPredicate,
    loader: () =>
      import('../cards/ModelMaturityCard').then(m => <m.ModelMaturityCard />),
  },
});

const deploymentMaturityCard = EntityCardBlueprint.make({
  name: 'deployment',
  params: {
    type: 'info',
    filter: mlDeploymentPredicate,
    loader: () =>
      import('../cards/DeploymentMaturityCard').then(m => (
        <m.DeploymentMaturityCard />
      )),
  },
});

const maturityColumn = MlModelColumnBlueprint.make({
  params: {
    title: 'Maturity',
    loader: () => import('../column/MaturityColumn'),
  },
});

export const entityExtensions: ExtensionDefinition[] = [
  maturityContent,
  modelMaturityCard,
  deploymentMaturityCard,
  maturityColumn,
];
