import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the shared components. */
export const mlModelsReactTranslationRef = createTranslationRef({
  id: 'plugin.ml-models-react',
  messages: {
    column: {
      failed: '{{title}} failed: {{message}}',
    },
    chart: {
      time: 'Time ({{ zone }})',
      unknown: 'unknown',
      interval: '{{ lower }} to {{ upper }}',
      rows: '{{ rows }} rows',
      rowCount: 'Rows',
      events: 'What happened',
      empty: 'Nothing is known of this period',
      beyond: '{{ limit }}, outside of the picture',
      keys: 'The arrow keys move along the points.',
      csv: 'Download as CSV',
      share: 'Share of rows',
      marker: {
        version: 'version',
        rollout: 'rollout',
        status: 'change of status',
        now: 'begins here',
      },
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
