import { EntityHistory } from '@airworthy/plugin-ml-maturity-node';
import { Knex } from 'knex';
import { ImportStore } from '../database/ImportStore';
import { describeDatabases } from '../__testUtils__/databases';
import { createEnvironment } from '../__testUtils__/environment';
import { HistoryImporter } from './HistoryImporter';

const A = 'mlmodel:default/a';
const signal = new AbortController().signal;
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const on = (days: number) => daysAgo(days).toISOString();
const dayOn = (days: number) => on(days).slice(0, 10);

const past: EntityHistory = {
  entityRef: A,
  facts: [
    { at: on(10), collector: 'model', values: { license: false } },
    { at: on(50), collector: 'model', values: {} },
    { at: on(5), collector: 'model', values: { license: true } },
  ],
  answers: [
    { at: on(45), checkId: 'owned', answer: 'yes', author: 'user:default/ada' },
    { at: on(3), checkId: 'owned', answer: 'yes', author: 'user:default/bob' },
  ],
};

describeDatabases('importing a past', database => {
  async function create(db: Knex, historyOf: () => Promise<EntityHistory[]>) {
    const env = await createEnvironment(db);
    await env.evaluations.evaluateRefs([A], { cause: 'fact', facts: 'none' });
    const source = { id: 'before', historyOf: jest.fn(historyOf) };
    const importer = new HistoryImporter({
      ...env,
      sources: [source],
      imports: new ImportStore(db),
      defaultTrack: undefined,
    });
    return { ...env, source, importer };
  }

  it('replays facts and answers through the rubric, up to its own first day', async () => {
    const env = await create(await database(), async () => [past]);
    await env.know(A, 'model', { license: true });
    await env.importer.run(signal);

    const events = await env.history.eventsOf(A, 'small', { limit: 50 });
    expect(
      events
        .reverse()
        .map(({ at, checkId, from, to, cause }) =>
          [at.slice(0, 10), checkId ?? 'level', from, to, cause].join(' '),
        ),
    ).toEqual([
      `${dayOn(50)} level  0 fact`,
      `${dayOn(45)} owned unknown pass attestation`,
      // The answer holds for 30 days.
      `${dayOn(15)} owned pass unknown time`,
      `${dayOn(10)} licensed unknown fail fact`,
      `${dayOn(5)} licensed fail pass fact`,
      `${dayOn(3)} owned unknown pass attestation`,
      `${dayOn(3)} level 0 1 attestation`,
    ]);
    const points = await env.history.pointsOf(A, 'small', dayOn(90));
    expect(points.map(({ day, level }) => [day, level])).toEqual([
      [dayOn(50), 0],
      [dayOn(45), 0],
      [dayOn(15), 0],
      [dayOn(10), 0],
      [dayOn(5), 0],
      [dayOn(3), 1],
      [dayOn(0), 1],
    ]);
    expect(points[3].counts).toMatchObject({ fail: 1, unknown: 2, pass: 0 });

    // What holds still, holds now; who gave it and when is kept.
    expect(await env.scorecards.get(A, 'small')).toMatchObject({ level: 1 });
    expect(
      await env.attestations.historyOf({ entityRef: A, rubricId: 'small' }),
    ).toMatchObject([
      {
        author: 'user:default/bob',
        createdAt: expect.stringContaining(dayOn(3)),
        current: true,
        importedFrom: 'before',
      },
      { author: 'user:default/ada', current: false, importedFrom: 'before' },
    ]);
  });

  it('imports each entity once, whatever happens in between', async () => {
    const db = await database();
    const failing = await create(db, async () => {
      throw new Error('not yet');
    });
    await failing.importer.run(signal);
    expect(failing.logger.warn).toHaveBeenCalledWith(
      'The past that before knows was not imported: not yet',
    );
    const env = await create(db, async () => [past]);
    await Promise.all([env.importer.run(signal), env.importer.run(signal)]);
    await env.importer.run(signal);
    expect(await env.history.eventsOf(A, 'small', { limit: 50 })).toHaveLength(
      7,
    );
    expect(
      await env.attestations.historyOf({ entityRef: A, rubricId: 'small' }),
    ).toHaveLength(2);
  });

  it('leaves aside what no collector declares, no check asks and no clock has seen', async () => {
    const env = await create(await database(), async () => [
      {
        entityRef: A,
        facts: [
          { at: on(9), collector: 'horoscope', values: { sign: 'lion' } },
          { at: on(9), collector: 'model', values: { license: 'perhaps' } },
          { at: on(-9), collector: 'model', values: { license: true } },
          { at: 'yesterday', collector: 'model', values: { license: true } },
        ],
        answers: [
          { at: on(9), checkId: 'licensed', answer: 'yes', author: 'x' },
          {
            at: on(9),
            checkId: 'owned',
            answer: 'yes',
            author: 'x',
            // eslint-disable-next-line no-script-url
            evidence: { url: 'javascript:alert(1)' },
          },
        ],
      },
      { entityRef: 'mlmodel:default/never-asked', facts: past.facts },
    ]);
    await env.importer.run(signal);
    expect(
      await env.attestations.historyOf({ entityRef: A, rubricId: 'small' }),
    ).toEqual([]);
    expect(env.logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/^6 entries of before were left aside: /),
    );
    expect(
      await env.history.pointsOf(
        'mlmodel:default/never-asked',
        'small',
        dayOn(90),
      ),
    ).toEqual([]);
  });

  it('does not replace an answer that was given here', async () => {
    const db = await database();
    const env = await create(db, async () => [past]);
    const given = await env.attest.attest(
      { entityRef: A, rubricId: 'small', checkId: 'owned' },
      { answer: 'no' },
      'user:default/ada',
    );
    await env.importer.run(signal);
    expect(
      await env.attestations.historyOf({ entityRef: A, rubricId: 'small' }),
    ).toMatchObject([{ id: given.id, answer: 'no', current: true }]);
  });
});
