import { mlDeploymentPredicate } from '@airworthy/plugin-ml-models-common';
import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { MONITORING_PATH } from '../shared/monitoringPaths';

const monitoringContent = EntityContentBlueprint.make({
  params: {
    path: MONITORING_PATH,
    title: 'Monitoring',
    filter: mlDeploymentPredicate,
    loader: () =>
      import('../tab/MonitoringContent').then(m => <m.MonitoringContent />),
  },
});

export const entityExtensions: ExtensionDefinition[] = [monitoringContent];
