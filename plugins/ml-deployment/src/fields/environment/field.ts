import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { MlEnvironmentPicker } from './MlEnvironmentPicker';
import { environmentSchema } from './schema';
import { environmentProblem } from './validate';

/** `ui:field: MlEnvironmentPicker`. */
export const environmentField = createFormField({
  name: 'MlEnvironmentPicker',
  component: MlEnvironmentPicker,
  schema: environmentSchema,
  validation: (value, field) => {
    const problem = environmentProblem(value);
    if (problem) field.addError(problem);
  },
});
