import { mlDeploymentPredicate } from '@airworthy/plugin-ml-models-common';
import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { ROLLOUT_PATH } from '../shared/places';

const rolloutContent = EntityContentBlueprint.make({
  name: 'rollout',
  params: {
    path: ROLLOUT_PATH,
    title: 'Rollout',
    filter: mlDeploymentPredicate,
    loader: () =>
      import('../rollout/RolloutContent').then(m => <m.RolloutContent />),
  },
});

const rolloutCard = EntityCardBlueprint.make({
  name: 'rollout',
  params: {
    type: 'info',
    filter: mlDeploymentPredicate,
    loader: () => import('../card/RolloutCard').then(m => <m.RolloutCard />),
  },
});

export const entityExtensions: ExtensionDefinition[] = [
  rolloutContent,
  rolloutCard,
];
