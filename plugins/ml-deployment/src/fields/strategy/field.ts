import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { MlStrategyPicker } from './MlStrategyPicker';
import { strategySchema } from './schema';
import { strategyProblems } from './validate';

/** `ui:field: MlStrategyPicker`. */
export const strategyField = createFormField({
  name: 'MlStrategyPicker',
  component: MlStrategyPicker,
  schema: strategySchema,
  validation: (value, field, { uiSchema }) => {
    const fixed = uiSchema?.['ui:options']?.strategy;
    strategyProblems(value, fixed).forEach(problem => field.addError(problem));
  },
});
