import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the cards and of the column. */
export const mlHealthTranslationRef = createTranslationRef({
  id: 'plugin.ml-monitoring.health',
  messages: {
    title: 'Health',
    loading: 'Health is read',
    failed: 'Health could not be read',
    columnFailed: 'Could not be read: {{message}}',
    since: 'since {{time}}',
    open: 'Open monitoring',
    ok_one: 'Its check is ok',
    ok_other: 'All {{count}} checks are ok',
    never: 'Not evaluated yet',
    worst: 'Worst checks',
    muted_one: '{{count}} check is muted',
    muted_other: '{{count}} checks are muted',
    sourceFailed: '{{source}} does not answer: {{message}}',
    notMonitored: 'Nothing is monitored yet.',
    setUp: 'Set up monitoring',
    noDeployments: 'Not deployed: there is nothing to monitor.',
    more_one: '{{count}} more deployment',
    more_other: '{{count}} more deployments',
    cell: 'Health: {{status}}',
    cellWhy: 'Health: {{status}}. {{cause}}',
    unmonitored: 'Not monitored',
  },
});
