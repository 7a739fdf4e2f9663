import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { MlThresholds } from './MlThresholds';
import { thresholdsSchema } from './schema';
import { listThresholdProblems } from './thresholdProblems';

/** `ui:field: MlThresholds`. */
export const thresholdsField = createFormField({
  name: 'MlThresholds',
  component: MlThresholds,
  schema: thresholdsSchema,
  validation: (value, field) => {
    listThresholdProblems(value).forEach(problem => field.addError(problem));
  },
});
