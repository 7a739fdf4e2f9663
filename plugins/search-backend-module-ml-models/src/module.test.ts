import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import searchPlugin from '@backstage/plugin-search-backend';
import searchModuleCatalog from '@backstage/plugin-search-backend-module-catalog';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import searchModuleMlModels from '.';

const model = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: { name: 'churn', title: 'Churn', description: 'Who will leave.' },
  spec: {
    type: 'tabular-classification',
    lifecycle: 'production',
    owner: 'group:default/retention',
    framework: 'xgboost',
    modelCard: { limitations: 'Weak for **newcomers**.' },
  },
};
const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', description: 'Sells things.' },
  spec: { type: 'website', lifecycle: 'production', owner: 'web' },
};

describe('the search', () => {
  it('finds a model by its model card, framework, task and owner', async () => {
    const scheduler = mockServices.scheduler();
    const { server } = await startTestBackend({
      features: [
        searchPlugin,
        searchModuleCatalog,
        searchModuleMlModels,
        catalogServiceMock.factory({ entities: [model, component] }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
      ],
    });
    await scheduler.triggerTask('search_index_software_catalog');

    const find = async (term: string) => {
      const query = request(server).get('/api/search/query').query({ term });
      const { body } = await query;
      return body.results.map((r: { document: object }) => r.document);
    };
    for (const term of ['newcomers', 'xgboost', 'tabular', 'retention']) {
      expect(await find(term)).toEqual([
        expect.objectContaining({
          title: 'Churn',
          kind: 'MlModel',
          task: 'tabular-classification',
          framework: 'xgboost',
          owner: 'group:default/retention',
        }),
      ]);
    }
    expect(await find('things')).toMatchObject([{ title: 'shop' }]);
  });
});
