import {
  ApiBlueprint,
  ExtensionDefinition,
  PageBlueprint,
  SubPageBlueprint,
  createExtensionInput,
} from '@backstage/frontend-plugin-api';
import { RiBrainLine } from '@remixicon/react';
import {
  mlColumnDataRef,
  mlDeploymentStatusesApiRef,
} from '@airworthy/plugin-ml-models-react';
import { deploymentsRouteRef, rootRouteRef } from '../routes';
import { mlModelsTranslationRef } from '../translation';

const explorerPage = PageBlueprint.make({
  params: {
    path: '/ml-models',
    title: mlModelsTranslationRef('explorer.title'),
    icon: <RiBrainLine />,
    routeRef: rootRouteRef,
  },
});

const modelsPage = SubPageBlueprint.makeWithOverrides({
  name: 'models',
  inputs: { columns: createExtensionInput([mlColumnDataRef]) },
  factory(originalFactory, { inputs }) {
    const columns = inputs.columns.map(input => input.get(mlColumnDataRef));
    return originalFactory({
      path: 'models',
      title: mlModelsTranslationRef('explorer.tabs.models'),
      loader: () =>
        import('./ModelsPage').then(m => <m.ModelsPage columns={columns} />),
    });
  },
});

const deploymentsPage = SubPageBlueprint.makeWithOverrides({
  name: 'deployments',
  inputs: { columns: createExtensionInput([mlColumnDataRef]) },
  factory(originalFactory, { inputs }) {
    const columns = inputs.columns.map(input => input.get(mlColumnDataRef));
    return originalFactory({
      path: 'deployments',
      title: mlModelsTranslationRef('explorer.tabs.deployments'),
      routeRef: deploymentsRouteRef,
      loader: () =>
        import('./DeploymentsPage').then(m => (
          <m.DeploymentsPage columns={columns} />
        )),
    });
  },
});

/** Pages cannot share an input, so what both show goes through an API. */
const deploymentStatusesApi = ApiBlueprint.makeWithOverrides({
  name: 'deployment-statuses',
  inputs: { statuses: createExtensionInput([mlColumnDataRef]) },
  factory(originalFactory, { inputs }) {
    const statuses = inputs.statuses.map(input => input.get(mlColumnDataRef));
    return originalFactory(define =>
      define({
        api: mlDeploymentStatusesApiRef,
        deps: {},
        factory: () => ({ getStatuses: () => statuses }),
      }),
    );
  },
});

export const explorerExtensions: ExtensionDefinition[] = [
  explorerPage,
  modelsPage,
  deploymentsPage,
  deploymentStatusesApi,
];
