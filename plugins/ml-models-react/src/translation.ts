import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the shared components. */
export const mlModelsReactTranslationRef = createTranslationRef({
  id: 'plugin.ml-models-react',
  messages: {
    column: {
      failed: '{{title}} failed: {{message}}',
    },
    filter: {
      any: 'Any',
      searchIn: 'Find {{ name }}',
      show: 'Filters',
      showInUse: 'Filters ({{ total }} active)',
      active: 'Active filters',
      value: '{{ name }}: {{ value }}',
      clear: 'Clear all',
    },
  },
});
