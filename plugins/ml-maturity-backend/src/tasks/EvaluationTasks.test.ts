import { describeDatabases } from '../__testUtils__/databases';
import { createEnvironment } from '../__testUtils__/environment';
import { TaskStore } from '../database/TaskStore';
import { EvaluationSweep } from './EvaluationSweep';
import { EvaluationTasks } from './EvaluationTasks';

const never = new AbortController().signal;
const A = 'mlmodel:default/a';
const B = 'mlmodel:default/b';

describeDatabases('evaluations that are asked for', database => {
  const start = async () => {
    const db = await database();
    const env = await createEnvironment(db);
    const store = new TaskStore(db);
    const sweep = new EvaluationSweep(env);
    const replica = () => new EvaluationTasks({ ...env, store, sweep });
    const silence = (id: string) =>
      db('evaluation_tasks')
        .where({ id })
        .update({ heartbeat_at: new Date(Date.now() - 600_000) });
    return { ...env, store, replica, silence };
  };

  it('goes on with what a killed replica left, from where it was', async () => {
    const { store, replica, silence, evaluations } = await start();
    await store.add({
      id: 'task',
      requestedBy: 'user:default/ada',
      requestedAt: new Date(),
      entityRefs: [A, B],
    });
    // A run that took it, evaluated one entity and was killed.
    await store.claim('killed', new Date(), new Date(0));
    await store.progress('task', 'killed', { done: 1 }, new Date());
    const evaluate = jest.spyOn(evaluations, 'evaluateRefs');

    // As long as it gives signs of life nobody else takes it.
    await replica().work(never);
    expect(await store.get('task')).toMatchObject({ state: 'running' });

    await silence('task');
    await replica().work(never);
    expect(evaluate.mock.calls.map(([refs]) => refs)).toEqual([[B]]);
    expect(await store.get('task')).toMatchObject({ state: 'done', done: 2 });
    // The killed one, should it wake up, changes nothing any more.
    expect(await store.finish('task', 'killed', 'late', new Date())).toBe(
      false,
    );
  });

  it('fails with its reason once it stopped three runs', async () => {
    const { store, replica, silence } = await start();
    await store.add({
      id: 'task',
      requestedBy: 'user:default/ada',
      requestedAt: new Date(),
    });
    for (let run = 0; run < 3; run++) {
      await store.claim(`killed-${run}`, new Date(), new Date());
      await silence('task');
    }
    await replica().work(never);
    expect(await store.get('task')).toMatchObject({
      state: 'failed',
      problem: 'It was interrupted 3 times, the last time after 0 entities',
    });
  });

  it('is given back by a replica that stops, and done once by two', async () => {
    const { store, replica, evaluations } = await start();
    const evaluate = jest.spyOn(evaluations, 'evaluateRefs');
    const first = replica();
    evaluate.mockImplementationOnce(async () => {
      void first.stop();
      return { evaluated: 0, changed: 0, removed: 0, failed: 0 };
    });
    const { id } = await first.request('user:default/ada', [A]);
    await first.work(never);
    expect(await store.get(id)).toMatchObject({ state: 'queued', done: 0 });

    evaluate.mockClear();
    await Promise.all([replica().work(never), replica().work(never)]);
    expect(evaluate).toHaveBeenCalledTimes(1);
    expect(await store.get(id)).toMatchObject({ state: 'done', done: 1 });
  });

  it('says why it failed', async () => {
    const { catalog, replica, store } = await start();
    jest
      .spyOn(catalog, 'queryEntities')
      .mockRejectedValue(new Error('the catalog is away'));
    const tasks = replica();
    const { id } = await tasks.request('user:default/ada');
    await tasks.work(never);
    expect(await store.get(id)).toMatchObject({
      state: 'failed',
      problem: 'the catalog is away',
    });
  });
});
