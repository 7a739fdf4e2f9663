import {
  mockServices,
  registerMswTestHooks,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  FactCollector,
  mlMaturityFactsExtensionPoint,
} from '@airworthy/plugin-ml-maturity-node';
import { ML_DEPLOYMENT_DECISION_TOPIC } from '@airworthy/plugin-ml-deployment-node';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { maturityModuleMlDeployment } from './module';

const ADDRESS = 'http://portal.test';

describe('the module', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  afterEach(() => {
    jest.useRealTimers();
  });

  it('adds a collector, and has models evaluated whose rollouts were decided on', async () => {
    const added: FactCollector[] = [];
    const events = DefaultEventsService.create({
      logger: mockServices.logger.mock(),
    });
    const asked = new Promise(resolve => {
      server.use(
        http.post(
          `${ADDRESS}/api/ml-maturity/evaluations`,
          async ({ request }) => {
            resolve(await request.json());
            return HttpResponse.json({ id: '1', state: 'queued' });
          },
        ),
      );
    });
    const deployment = (name: string, of: string) => ({
      apiVersion: 'airworthy.dev/v1alpha1',
      kind: 'MlDeployment',
      metadata: { name },
      relations: [{ type: 'deploys', targetRef: `mlmodel:default/${of}` }],
    });
    const backend = await startTestBackend({
      extensionPoints: [
        [
          mlMaturityFactsExtensionPoint,
          { addCollectors: (...some: FactCollector[]) => added.push(...some) },
        ],
      ],
      features: [
        maturityModuleMlDeployment,
        catalogServiceMock.factory({
          entities: [
            deployment('a', 'churn'),
            deployment('b', 'churn'),
            deployment('c', 'price'),
          ],
        }),
        mockServices.discovery.mock({
          getBaseUrl: async id => `${ADDRESS}/api/${id}`,
        }).factory,
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
      ],
    });
    expect(added.map(({ schema }) => schema.collector)).toEqual(['review']);

    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    for (const name of ['a', 'b', 'c', 'gone']) {
      await events.publish({
        topic: ML_DEPLOYMENT_DECISION_TOPIC,
        eventPayload: {
          entityRef: `mldeployment:default/${name}`,
          decisionId: '1',
          decision: 'promote',
          rehearsal: false,
          overrides: false,
          decidedBy: 'user:default/guest',
          decidedAt: '2026-11-25T12:00:00Z',
        },
      });
    }
    jest.advanceTimersByTime(3_000);
    jest.useRealTimers();
    expect(await asked).toEqual({
      entityRefs: ['mlmodel:default/churn', 'mlmodel:default/price'],
    });
    await backend.stop();
  });
});
