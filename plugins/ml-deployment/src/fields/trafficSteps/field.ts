import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { MlTrafficSteps } from './MlTrafficSteps';
import { stepsSchema } from './schema';
import { listStepProblems } from './stepProblems';

/** `ui:field: MlTrafficSteps`. */
export const stepsField = createFormField({
  name: 'MlTrafficSteps',
  component: MlTrafficSteps,
  schema: stepsSchema,
  validation: (value, field, { uiSchema }) => {
    const most = uiSchema?.['ui:options']?.max;
    listStepProblems(value, most).forEach(text => field.addError(text));
  },
});
