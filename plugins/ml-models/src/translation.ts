import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the plugin. @public */
export const mlModelsTranslationRef = createTranslationRef({
  id: 'plugin.ml-models',
  messages: {
    explorer: {
      title: 'ML models',
      tabs: { models: 'Models', deployments: 'Deployments' },
      missing: 'Not stated',
      retry: 'Try again',
    },
    search: {
      label: 'Search',
      models: 'Search names, descriptions, tags',
      deployments: 'Search names, models, tags',
    },
    filter: {
      owner: 'Owner',
      system: 'System',
      task: 'Task',
      lifecycle: 'Lifecycle',
      framework: 'Framework',
      environment: 'Environment',
      track: 'Track',
      tag: 'Tags',
      runtime: 'Runtime',
      strategy: 'Strategy',
      state: 'Rollout',
      mine: 'Mine',
      starred: 'Starred',
      failed: 'The filters could not be read',
      cut: 'Not all of “{{ value }}” is shown',
      cutDetail:
        '{{ total }} deployments match this filter; models are shown for the first {{ seen }} of them by name. The list of deployments shows them all.',
    },
    column: {
      name: 'Name',
      task: 'Task',
      owner: 'Owner',
      system: 'System',
      lifecycle: 'Lifecycle',
      framework: 'Framework',
      version: 'Newest version',
      deployments: 'Deployments',
      updated: 'Updated',
      model: 'Model',
      environment: 'Environment',
      runtime: 'Runtime',
      strategy: 'Strategy',
      traffic: 'Traffic',
      rollout: 'Last rollout',
      choose: 'Columns',
      chooseLabel: 'Columns that are shown',
    },
    star: {
      add: 'Star {{ name }}',
      remove: 'Remove the star from {{ name }}',
    },
    deployments: {
      none: 'Not deployed',
      failed: 'The deployments of these models could not be read',
      failedCell: 'Could not be read',
      noEnvironment: 'no environment',
      more_one: '{{count}} more',
      more_other: '{{count}} more',
      moreOf: '{{ text }} deployments of {{ name }}',
    },
    table: {
      models: 'Models',
      deployments: 'Deployments',
      range: '{{ from }} – {{ to }} of {{ total }}',
      pageSize: '{{ size }} rows',
      failed: {
        models: 'The models could not be read',
        deployments: 'The deployments could not be read',
      },
    },
    empty: {
      pastEnd: 'There is no page {{ page }}',
      firstPage: 'Go to the first page',
      noMatch: {
        models: 'No model matches',
        deployments: 'No deployment matches',
        detail:
          'Names, titles, tags and descriptions of up to 200 characters are searched here.',
        clear: 'Clear search and filters',
        searchPortal: 'Search the portal for “{{ term }}”',
      },
      none: {
        models: 'There are no models yet',
        modelsDetail:
          'Describe a model in a file beside its code, such as catalog-info.yaml, and register the file. The models of a registry can also be read by an entity provider.',
        deployments: 'There are no deployments yet',
        deploymentsDetail:
          'Describe where a model serves in a file beside its code, such as catalog-info.yaml, and register the file.',
        register: 'Register a file',
        create: 'Start from a template',
        example: 'Example of such a file',
      },
    },
    export: {
      start: 'Export CSV',
      running: 'Reading {{ done }} of {{ total }} …',
      starting: 'Reading …',
      cancel: 'Cancel',
      failed: 'The export failed',
      cut: 'The file holds the first {{ done }} of {{ total }} rows',
      cutDetail: 'Narrow the list by filters and export it in parts.',
      dismiss: 'Close',
    },
  },
});
