import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { checkEntity } from '../shared/checkEntity';
import { MlDeploymentPicker } from './MlDeploymentPicker';
import { deploymentSchema } from './schema';

/** `ui:field: MlDeploymentPicker`. */
export const deploymentField = createFormField({
  name: 'MlDeploymentPicker',
  component: MlDeploymentPicker,
  schema: deploymentSchema,
  validation: async (value, field, { apiHolder }) => {
    const { problem } = await checkEntity(
      value,
      {
        field: 'deployment',
        kind: 'mldeployment',
        example: 'mldeployment:default/churn-production',
      },
      apiHolder,
    );
    if (problem) field.addError(problem);
  },
});
