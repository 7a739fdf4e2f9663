import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { ReminderStore } from '../database/ReminderStore';
import { WatchStore } from '../database/WatchStore';
import { describeDatabases } from '../__testUtils__/databases';
import { createEnvironment, modelOf } from '../__testUtils__/environment';
import { TEST_RUBRIC, testRubric } from '../__testUtils__/rubric';
import { EntityWatcher } from './EntityWatcher';
import { EvaluationSweep } from './EvaluationSweep';
import { ExpiryReminder } from './ExpiryReminder';

const signal = new AbortController().signal;
const A = 'mlmodel:default/a';

const deploymentOf = (name: string, model: string): Entity => ({
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlDeployment',
  metadata: { name, namespace: 'default', etag: 'e1' },
  relations: [{ type: 'deploys', targetRef: model }],
});

async function tasksOn(
  db: Knex,
  entities: Entity[],
  options: { rubrics?: Parameters<typeof createEnvironment>[1] } = {},
) {
  const env = await createEnvironment(db, { entities, ...options.rubrics });
  const catalog = catalogServiceMock({ entities });
  const evaluate = jest.spyOn(env.evaluations, 'evaluateRefs');
  return {
    ...env,
    evaluate,
    catalog,
    watcher: new EntityWatcher({ ...env, catalog, store: new WatchStore(db) }),
    sweep: new EvaluationSweep({ ...env, catalog }),
    asked: () => evaluate.mock.calls.flatMap(([refs]) => refs).sort(),
  };
}

/** A catalog that fails after its first page. */
function breakMidway(catalog: ReturnType<typeof catalogServiceMock>) {
  const stream = catalog.streamEntities.bind(catalog);
  jest
    .spyOn(catalog, 'streamEntities')
    .mockImplementation(async function* midway(...args) {
      for await (const page of stream(...args)) {
        yield page.slice(0, 1);
        throw new Error('the catalog went away');
      }
    });
}

describeDatabases('scheduled work', database => {
  it('looks only at what changed, and at the model of a deployment', async () => {
    const db = await database();
    const model = modelOf('a');
    const deployment = deploymentOf('d', A);
    const first = await tasksOn(db, [model, modelOf('b'), deployment]);
    await first.watcher.look(signal);
    expect(first.asked()).toEqual([A, 'mlmodel:default/b']);
    await first.watcher.look(signal);
    expect(first.evaluate).toHaveBeenCalledTimes(1);

    const moved = deploymentOf('d', 'mlmodel:default/b');
    moved.metadata.etag = 'e2';
    const second = await tasksOn(db, [model, modelOf('b'), moved]);
    await second.watcher.look(signal);
    // The model that it served before, too.
    expect(second.asked()).toEqual([A, 'mlmodel:default/b']);

    const third = await tasksOn(db, [model, modelOf('b')]);
    await third.watcher.look(signal);
    expect(third.asked()).toEqual(['mlmodel:default/b']);
  });

  it('removes scorecards of models that are gone', async () => {
    const db = await database();
    await (
      await tasksOn(db, [modelOf('a'), modelOf('b')])
    ).watcher.look(signal);
    const env = await tasksOn(db, [modelOf('b')]);
    await env.watcher.look(signal);
    expect(await env.scorecards.entityRefs(['small'])).toEqual([
      'mlmodel:default/b',
    ]);
  });

  it('goes on where it was interrupted', async () => {
    const db = await database();
    const entities = Array.from({ length: 150 }, (_, i) => modelOf(`m${i}`));
    const env = await tasksOn(db, entities);
    const controller = new AbortController();
    env.evaluate.mockImplementationOnce(async refs => {
      const outcome = {
        evaluated: refs.length,
        changed: 0,
        removed: 0,
        failed: 0,
      };
      return outcome;
    });
    env.evaluate.mockImplementationOnce(async () => {
      controller.abort();
      return { evaluated: 0, changed: 0, removed: 0, failed: 0 };
    });
    await env.watcher.look(controller.signal);
    env.evaluate.mockClear();
    await env.watcher.look(signal);
    expect(env.asked()).toHaveLength(50);
  });

  it.each(['watcher', 'sweep'] as const)(
    'takes nothing for removed when the catalog fails or is empty: %s',
    async which => {
      const db = await database();
      const all = [modelOf('a'), modelOf('b'), modelOf('c')];
      const run = (env: Awaited<ReturnType<typeof tasksOn>>) =>
        which === 'sweep' ? env.sweep.run(signal) : env.watcher.look(signal);
      const first = await tasksOn(db, all);
      await run(first);
      const broken = await tasksOn(db, [modelOf('a')]);
      breakMidway(broken.catalog);
      await expect(run(broken)).rejects.toThrow('the catalog went away');
      const empty = await tasksOn(db, []);
      await run(empty);
      expect(empty.logger.warn).toHaveBeenCalledTimes(1);
      expect(await empty.scorecards.entityRefs(['small'])).toHaveLength(3);
    },
  );

  it('sweeps away models that are gone and rubrics that are no longer configured', async () => {
    const db = await database();
    const first = await tasksOn(db, [modelOf('a'), modelOf('b')], {
      rubrics: {
        rubrics: [
          { id: 'small', document: TEST_RUBRIC },
          {
            id: 'other',
            document: testRubric(rubric => {
              rubric.metadata.id = 'other';
            }),
          },
        ],
      },
    });
    expect(await first.sweep.run(signal)).toMatchObject({ changed: 4 });
    const second = await tasksOn(db, [modelOf('a')]);
    expect(await second.sweep.run(signal)).toMatchObject({
      evaluated: 1,
      changed: 0,
      removed: 3,
    });
    expect(await second.scorecards.keysOf([A, 'mlmodel:default/b'])).toEqual([
      { entityRef: A, rubricId: 'small' },
    ]);
  });

  it('tells an owner once of all that expires soon, and again only if it could not', async () => {
    const db = await database();
    const env = await createEnvironment(db);
    await env.evaluations.evaluateRefs([A], { cause: 'fact', facts: 'none' });
    await env.attest.attest(
      { entityRef: A, rubricId: 'small', checkId: 'owned' },
      { answer: 'yes' },
      'user:default/ada',
    );
    const send = jest.fn().mockRejectedValueOnce(new Error('no mail today'));
    const reminder = new ExpiryReminder({
      ...env,
      reminders: new ReminderStore(db),
      notifications: { send },
      remindBefore: { days: 40 },
    });
    await reminder.run(signal);
    expect(env.logger.warn).toHaveBeenCalledWith(
      'A reminder was not sent: no mail today',
    );
    await reminder.run(signal);
    await reminder.run(signal);
    expect(send).toHaveBeenCalledTimes(2);
    expect(send.mock.calls[1][0]).toMatchObject({
      recipients: { type: 'entity', entityRef: 'group:default/team' },
      payload: {
        title: 'a: 1 answer or waiver expires soon',
        description: expect.stringContaining(
          'The answer to "Somebody answers for it" on 20',
        ),
        link: '/catalog/default/mlmodel/a/maturity',
      },
    });
  });
});
