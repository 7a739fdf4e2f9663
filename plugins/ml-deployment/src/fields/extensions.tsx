import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const modelVersionPicker = FormFieldBlueprint.make({
  name: 'model-version-picker',
  params: { field: () => import('./model/field').then(m => m.modelField) },
});

const deploymentPicker = FormFieldBlueprint.make({
  name: 'deployment-picker',
  params: {
    field: () => import('./deployment/field').then(m => m.deploymentField),
  },
});

const strategyPicker = FormFieldBlueprint.make({
  name: 'strategy-picker',
  params: {
    field: () => import('./strategy/field').then(m => m.strategyField),
  },
});

const trafficSteps = FormFieldBlueprint.make({
  name: 'traffic-steps',
  params: {
    field: () => import('./trafficSteps/field').then(m => m.stepsField),
  },
});

const thresholds = FormFieldBlueprint.make({
  name: 'thresholds',
  params: {
    field: () => import('./thresholds/field').then(m => m.thresholdsField),
  },
});

const environmentPicker = FormFieldBlueprint.make({
  name: 'environment-picker',
  params: {
    field: () => import('./environment/field').then(m => m.environmentField),
  },
});

/** The form fields of the templates. */
export const fieldExtensions: ExtensionDefinition[] = [
  modelVersionPicker,
  deploymentPicker,
  strategyPicker,
  trafficSteps,
  thresholds,
  environmentPicker,
];
