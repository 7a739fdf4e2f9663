import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { MlModelVersionPicker } from './MlModelVersionPicker';
import { modelSchema } from './schema';
import { modelProblems } from './validate';

/** `ui:field: MlModelVersionPicker`. */
export const modelField = createFormField({
  name: 'MlModelVersionPicker',
  component: MlModelVersionPicker,
  schema: modelSchema,
  validation: async (value, field, { apiHolder, uiSchema }) => {
    const options = uiSchema?.['ui:options'] ?? {};
    for (const problem of await modelProblems(value, options, apiHolder)) {
      field.addError(problem);
    }
  },
});
