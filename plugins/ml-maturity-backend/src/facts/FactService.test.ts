import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { FactSchema } from '@airworthy/plugin-ml-maturity-common';
import {
  CollectRequest,
  FactCollector,
} from '@airworthy/plugin-ml-maturity-node';
import { FactStore } from '../database/FactStore';
import { describeDatabases } from '../__testUtils__/databases';
import { loggerMock, modelOf } from '../__testUtils__/environment';
import { FactService } from './FactService';
import { withinTime } from './withinTime';

const schema: FactSchema = {
  collector: 'cost',
  title: 'Cost',
  facts: [
    { path: 'monthly', type: 'number', description: 'Cost.' },
    { path: 'owner.name', type: 'string', description: 'Who pays.' },
  ],
};
const A = 'mlmodel:default/a';
const B = 'mlmodel:default/b';
const entities = [modelOf('a'), modelOf('b')];
const signal = new AbortController().signal;

describeDatabases('FactService', database => {
  async function create(collect: FactCollector['collect']) {
    const store = new FactStore(await database());
    const logger = loggerMock();
    const collector = {
      schema,
      freshness: { hours: 1 },
      timeout: { milliseconds: 50 },
      collect: jest.fn(collect),
    };
    const service = new FactService({
      collectors: [collector],
      store,
      auth: mockServices.auth(),
      logger,
    });
    const facts = async () => {
      const known = await store.factsOf([A, B, 'mlmodel:default/other']);
      return Object.fromEntries(
        [...known].map(([ref, { cost }]) => [
          ref,
          cost.failure?.message ?? cost.values,
        ]),
      );
    };
    return { store, service, collector, logger, facts };
  }
  const always = { always: true, signal };

  it.each<[string, FactCollector['collect'], string]>([
    [
      'throws',
      async () => {
        throw new Error('the invoice is late');
      },
      'the invoice is late',
    ],
    [
      'throws before it answers with a promise',
      () => {
        throw new Error('the invoice is late');
      },
      'the invoice is late',
    ],
    ['hangs', () => new Promise(() => {}), 'no answer within 0.05 s'],
    [
      'answers with nothing',
      async () => undefined as any,
      'The collector did not answer for this entity',
    ],
    [
      'answers with rubbish',
      async () =>
        [null, 7, { values: {} }, { entityRef: A, values: [1] }] as any,
      'The collector did not answer for this entity',
    ],
  ])(
    'fails for its entities alone when a collector %s',
    async (_, collect, message) => {
      const { service, facts, logger } = await create(collect);
      await service.collect(entities, always);
      expect(await facts()).toEqual({ [A]: message, [B]: message });
      expect(logger.warn).toHaveBeenCalledTimes(1);
    },
  );

  it('takes only what was declared, of whom it asked about', async () => {
    const values = JSON.parse(
      '{"monthly":"much","owner":{"name":"Ada"},"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"extra":1}',
    );
    const { service, facts, logger } = await create(async () => [
      { entityRef: A, values },
      { entityRef: B, failure: '' },
      { entityRef: 'mlmodel:default/other', values: { monthly: 1 } },
    ]);
    await service.collect(entities, always);
    expect(await facts()).toEqual({
      [A]: { owner: { name: 'Ada' } },
      [B]: 'The collector gave no reason',
    });
    expect(({} as any).polluted).toBeUndefined();
    expect(logger.warn.mock.calls[0][0]).toContain('and 4 more');
  });

  it('asks again only for what is not fresh, and sooner after a failure', async () => {
    let answer: JsonObject | undefined = { monthly: 1 };
    const { service, collector, store, facts } = await create(
      async ({ entities: asked }: CollectRequest) =>
        asked.map(entity => {
          const entityRef = `mlmodel:default/${entity.metadata.name}`;
          return answer
            ? { entityRef, values: answer }
            : { entityRef, failure: 'down' };
        }),
    );
    const stale = { always: false, signal };
    await service.collect(entities, stale);
    await service.collect(entities, stale);
    expect(collector.collect).toHaveBeenCalledTimes(1);

    answer = undefined;
    await service.collect(entities, always);
    expect(await facts()).toEqual({ [A]: 'down', [B]: 'down' });
    expect((await store.factsOf([A])).get(A)!.cost.values).toEqual({
      monthly: 1,
    });
    // Just failed, so not asked at once again; but after five minutes.
    await service.collect(entities, stale);
    expect(collector.collect).toHaveBeenCalledTimes(2);
    const ago = new Date(Date.now() - 6 * 60_000);
    await store.store(
      [A, B].map(entityRef => ({
        entityRef,
        collectorId: 'cost',
        failure: 'down',
      })),
      ago,
    );
    await service.collect(entities, stale);
    expect(collector.collect).toHaveBeenCalledTimes(3);
  });

  it('asks again when the clock was put back', async () => {
    const { service, collector, store } = await create(async () => []);
    await store.store(
      [{ entityRef: A, collectorId: 'cost', values: { monthly: 1 } }],
      new Date(Date.now() + 3_600_000),
    );
    await service.collect([entities[0]], { always: false, signal });
    expect(collector.collect).toHaveBeenCalledTimes(1);
  });

  it('stores nothing once it is stopped', async () => {
    const controller = new AbortController();
    const { service, facts } = await create(async () => {
      controller.abort();
      return [{ entityRef: A, values: { monthly: 1 } }];
    });
    await service.collect(entities, {
      always: true,
      signal: controller.signal,
    });
    expect(await facts()).toEqual({});
  });
});

describe('withinTime', () => {
  it('aborts a call whose time is up, and leaves no rejection behind', async () => {
    let inner: AbortSignal | undefined;
    await expect(
      withinTime(10, signal, async either => {
        inner = either;
        await new Promise(resolve => setTimeout(resolve, 30));
        throw new Error('too late to matter');
      }),
    ).rejects.toThrow('no answer within 0.01 s');
    expect(inner!.aborted).toBe(true);
    await new Promise(resolve => setTimeout(resolve, 40));
  });

  it('does not begin when it is stopped already', async () => {
    const call = jest.fn();
    await expect(
      withinTime(10, AbortSignal.abort(new Error('stopping')), call),
    ).rejects.toThrow('stopping');
    expect(call).not.toHaveBeenCalled();
  });
});
