import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the shared components. @public */
export const mlModelsReactTranslationRef = createTranslationRef({
  id: 'plugin.ml-models-react',
  messages: {
    column: {
      failed: '{{title}} failed: {{message}}',
    },
  },
});
