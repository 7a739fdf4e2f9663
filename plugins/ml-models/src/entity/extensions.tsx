import {
  mlDeploymentPredicate,
  mlModelPredicate,
} from '@airworthy/plugin-ml-models-common';
import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityContentLayoutBlueprint,
  EntityIconLinkBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  newestVersionLink,
  useRegistryLink,
  useRunLink,
} from './model/iconLinks';

const overviewLayout = EntityContentLayoutBlueprint.make({
  name: 'overview',
  params: {
    filter: { $any: [mlModelPredicate, mlDeploymentPredicate] },
    loader: () => import('./layout/OverviewLayout').then(m => m.OverviewLayout),
  },
});

const modelGlanceCard = EntityCardBlueprint.make({
  name: 'model-glance',
  params: {
    type: 'content',
    filter: mlModelPredicate,
    loader: () =>
      import('./model/ModelGlanceCard').then(m => <m.ModelGlanceCard />),
  },
});

const modelDeploymentsCard = EntityCardBlueprint.make({
  name: 'model-deployments',
  params: {
    type: 'content',
    filter: mlModelPredicate,
    loader: () =>
      import('./model/ModelDeploymentsCard').then(m => (
        <m.ModelDeploymentsCard />
      )),
  },
});

const modelFactsCard = EntityCardBlueprint.make({
  name: 'model-facts',
  params: {
    type: 'info',
    filter: mlModelPredicate,
    loader: () =>
      import('./model/ModelFactsCard').then(m => <m.ModelFactsCard />),
  },
});

const registryIconLink = EntityIconLinkBlueprint.make({
  name: 'model-registry',
  params: {
    filter: entity => newestVersionLink(entity, 'registry') !== undefined,
    useProps: useRegistryLink,
  },
});

const runIconLink = EntityIconLinkBlueprint.make({
  name: 'model-run',
  params: {
    filter: entity => newestVersionLink(entity, 'run') !== undefined,
    useProps: useRunLink,
  },
});

// The groups put the tabs in the order of reading and keep them beside what
// other plugins show of the same matter.
const modelCardContent = EntityContentBlueprint.make({
  name: 'model-card',
  params: {
    path: '/model-card',
    title: 'Model card',
    group: 'documentation',
    filter: mlModelPredicate,
    loader: () =>
      import('./modelCard/ModelCardContent').then(m => <m.ModelCardContent />),
  },
});

const modelVersionsContent = EntityContentBlueprint.make({
  name: 'model-versions',
  params: {
    path: '/versions',
    title: 'Versions',
    group: 'development',
    filter: mlModelPredicate,
    loader: () =>
      import('./versions/VersionsContent').then(m => <m.VersionsContent />),
  },
});

const modelLineageContent = EntityContentBlueprint.make({
  name: 'model-lineage',
  params: {
    path: '/lineage',
    title: 'Lineage',
    filter: mlModelPredicate,
    loader: () =>
      import('./lineage/LineageContent').then(m => <m.LineageContent />),
  },
});

const deploymentServingCard = EntityCardBlueprint.make({
  name: 'deployment-serving',
  params: {
    type: 'content',
    filter: mlDeploymentPredicate,
    loader: () =>
      import('./deployment/ServingCard').then(m => <m.ServingCard />),
  },
});

const deploymentStrategyCard = EntityCardBlueprint.make({
  name: 'deployment-strategy',
  params: {
    type: 'content',
    filter: mlDeploymentPredicate,
    loader: () =>
      import('./deployment/StrategyCard').then(m => <m.StrategyCard />),
  },
});

const deploymentMonitoringCard = EntityCardBlueprint.make({
  name: 'deployment-monitoring',
  params: {
    type: 'content',
    filter: mlDeploymentPredicate,
    loader: () =>
      import('./deployment/MonitoringCard').then(m => <m.MonitoringCard />),
  },
});

const deploymentFactsCard = EntityCardBlueprint.make({
  name: 'deployment-facts',
  params: {
    type: 'info',
    filter: mlDeploymentPredicate,
    loader: () =>
      import('./deployment/DeploymentFactsCard').then(m => (
        <m.DeploymentFactsCard />
      )),
  },
});

export const entityExtensions: ExtensionDefinition[] = [
  overviewLayout,
  modelGlanceCard,
  modelDeploymentsCard,
  modelFactsCard,
  registryIconLink,
  runIconLink,
  modelCardContent,
  modelVersionsContent,
  modelLineageContent,
  deploymentServingCard,
  deploymentStrategyCard,
  deploymentMonitoringCard,
  deploymentFactsCard,
];
