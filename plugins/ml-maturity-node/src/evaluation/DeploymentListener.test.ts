import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DefaultEventsService } from '@backstage/plugin-events-node';
import { DeploymentListener } from './DeploymentListener';

const TOPIC = 'something.happened';
const GATHER_MS = 50;

const deployment = (name: string, model: string) => ({
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlDeployment',
  metadata: { name },
  relations: [{ type: 'deploys', targetRef: `MlModel:default/${model}` }],
});

async function listen(names: Record<string, string>) {
  const logger = mockServices.logger.mock();
  const events = DefaultEventsService.create({ logger });
  const evaluate = jest.fn(async (_: object, __?: object) => ({} as any));
  const listener = new DeploymentListener({
    id: 'test',
    topic: TOPIC,
    what: 'that were touched',
    gatherMs: GATHER_MS,
    auth: mockServices.auth({ pluginId: 'ml-maturity' }),
    catalog: catalogServiceMock({
      entities: Object.entries(names).map(([name, model]) =>
        deployment(name, model),
      ),
    }),
    events,
    logger,
    maturity: { evaluate },
  });
  await listener.start();
  return {
    evaluate,
    listener,
    logger,
    publish: (...payloads: unknown[]) =>
      Promise.all(
        payloads.map(eventPayload =>
          events.publish({ topic: TOPIC, eventPayload }),
        ),
      ),
  };
}

const touched = (name: string) => ({
  entityRef: `MlDeployment:default/${name}`,
});
const settle = (ms = GATHER_MS * 4) =>
  new Promise(resolve => setTimeout(resolve, ms));

async function until(isSo: () => boolean) {
  for (let i = 0; i < 100 && !isSo(); i++) await settle(20);
  expect(isSo()).toBe(true);
}

describe('DeploymentListener', () => {
  it('has each model evaluated once, however many of its deployments were named', async () => {
    const { evaluate, publish } = await listen({
      a: 'churn',
      b: 'churn',
      c: 'price',
    });
    await publish(...['a', 'b', 'a', 'c', 'gone'].map(touched));
    await until(() => evaluate.mock.calls.length > 0);
    await settle();
    expect(evaluate).toHaveBeenCalledTimes(1);
    expect(evaluate).toHaveBeenCalledWith(
      { entityRefs: ['mlmodel:default/churn', 'mlmodel:default/price'] },
      { token: expect.stringMatching(/^mock-service-token:/) },
    );
  });

  it('asks for at most 500 models at a time', async () => {
    const names = Array.from({ length: 1_001 }, (_, i) => `d-${i}`);
    const { evaluate, publish } = await listen(
      Object.fromEntries(names.map(name => [name, `m-${name}`])),
    );
    await publish(...names.map(touched));
    await until(() => evaluate.mock.calls.length === 3);
    expect(
      evaluate.mock.calls.map(
        ([request]) => (request as any).entityRefs.length,
      ),
    ).toEqual([500, 500, 1]);
  });

  it('goes on after a failure, which it tells, and past events that name nothing', async () => {
    const { evaluate, publish, logger } = await listen({
      a: 'churn',
      b: 'price',
    });
    evaluate.mockRejectedValueOnce(new Error('not now'));
    await publish(touched('a'), undefined, {}, { entityRef: 7 });
    await until(() => logger.warn.mock.calls.length > 0);
    expect(logger.warn).toHaveBeenCalledWith(
      'Models of 1 deployments that were touched will be evaluated later: not now',
    );
    await publish(touched('b'));
    await until(() => evaluate.mock.calls.length === 2);
    expect(evaluate).toHaveBeenLastCalledWith(
      { entityRefs: ['mlmodel:default/price'] },
      expect.anything(),
    );
  });

  it('asks for nothing once it was stopped', async () => {
    const { evaluate, listener, publish } = await listen({ a: 'churn' });
    await publish(touched('a'));
    listener.stop();
    await publish(touched('a'));
    await settle();
    expect(evaluate).not.toHaveBeenCalled();
  });
});
