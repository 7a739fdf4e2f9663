import { describeDatabases } from '../__testUtils__/databases';
import { createEnvironment, modelOf } from '../__testUtils__/environment';
import { testRubric } from '../__testUtils__/rubric';

const A = 'mlmodel:default/a';
const B = 'mlmodel:default/b';
const owned = { entityRef: A, rubricId: 'small', checkId: 'owned' };
const options = { cause: 'fact', facts: 'none' } as const;

describeDatabases('evaluations', database => {
  afterEach(() => jest.useRealTimers());

  it('writes rows only for what changed, and says why', async () => {
    const db = await database();
    const env = await createEnvironment(db);
    await env.know(A, 'model', { license: true });
    expect(await env.evaluations.evaluateRefs([A, B], options)).toEqual({
      evaluated: 2,
      changed: 2,
      removed: 0,
      failed: 0,
    });

    const writes: string[] = [];
    const note = ({ sql }: { sql: string }) => {
      if (/^(insert|update|delete)/i.test(sql)) writes.push(sql);
    };
    db.on('query', note);
    const again = await env.evaluations.evaluateRefs([A, B], options);
    db.removeListener('query', note);
    expect(again.changed).toBe(0);
    expect(writes).toEqual([]);

    await env.know(A, 'model', { license: false });
    expect((await env.evaluations.evaluateRefs([A, B], options)).changed).toBe(
      1,
    );
    const events = await env.history.eventsOf(A, 'small', { limit: 10 });
    expect(events.reverse()).toMatchObject([
      { to: '0', reason: 'First evaluation.' },
      {
        checkId: 'licensed',
        from: 'pass',
        to: 'fail',
        cause: 'fact',
        reason: 'Expected: A licence; found: licence (no).',
      },
    ]);
  });

  it('raises the level with the answer that was missing, and says so at once', async () => {
    const env = await createEnvironment(await database());
    await env.know(A, 'model', { license: true });
    await env.evaluations.evaluateRefs([A], options);
    expect((await env.scorecards.get(A, 'small'))!.level).toBe(0);

    const given = await env.attest.attest(
      owned,
      { answer: 'yes', previousId: null },
      'user:default/ada',
    );
    expect(await env.scorecards.get(A, 'small')).toMatchObject({
      level: 1,
      nextChangeAt: given.expiresAt,
    });
    expect(await env.history.eventsOf(A, 'small', { limit: 2 })).toMatchObject([
      { from: '0', to: '1', cause: 'attestation' },
      { checkId: 'owned', from: 'unknown', to: 'pass', cause: 'attestation' },
    ]);

    await env.attest.withdraw(owned, 'user:default/ada', given.id);
    expect((await env.scorecards.get(A, 'small'))!.level).toBe(0);
  });

  it('lets answers run out by time alone', async () => {
    const env = await createEnvironment(await database());
    await env.know(A, 'model', { license: true });
    await env.attest.attest(owned, { answer: 'yes' }, 'user:default/ada');
    const soon = new Date(Date.now() + 31 * 86_400_000);
    expect(await env.scorecards.dueUntil(new Date(), 10, ['small'])).toEqual(
      [],
    );
    expect(await env.scorecards.dueUntil(soon, 10, ['small'])).toEqual([A]);
    expect(await env.scorecards.dueUntil(soon, 10, ['other'])).toEqual([]);

    jest.useFakeTimers({
      now: soon,
      doNotFake: [
        'nextTick',
        'setImmediate',
        'setTimeout',
        'clearTimeout',
        'setInterval',
        'clearInterval',
        'queueMicrotask',
        'performance',
        'hrtime',
      ],
    });
    await env.evaluations.evaluateRefs([A], options);
    expect(
      (await env.history.eventsOf(A, 'small', { limit: 2 })).map(
        ({ cause, to }) => [cause, to],
      ),
    ).toEqual([
      ['time', '0'],
      ['time', 'unknown'],
    ]);
  });

  it('counts a waived check neither way and shows it beside the level', async () => {
    const env = await createEnvironment(await database());
    await env.know(A, 'model', { license: true });
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const asked = await env.waive.request(
      owned,
      { action: 'request', reason: 'Vendor.', expiresAt },
      'user:default/ada',
    );
    expect((await env.scorecards.get(A, 'small'))!.level).toBe(0);
    await expect(
      env.waive.decide(
        owned,
        { action: 'approve', waiverId: asked.id },
        'user:default/ada',
      ),
    ).rejects.toThrow('somebody other than the one who asked');
    await env.waive.decide(
      owned,
      { action: 'approve', waiverId: asked.id },
      'user:default/bob',
    );
    expect(await env.scorecards.get(A, 'small')).toMatchObject({
      level: 1,
      waived: 1,
      score: 0.5,
    });
    await env.waive.revoke(owned, 'user:default/bob');
    expect((await env.scorecards.get(A, 'small'))!.level).toBe(0);
  });

  it('does not write an evaluation over a newer one', async () => {
    const env = await createEnvironment(await database());
    await env.know(A, 'model', { license: true });
    await env.evaluations.evaluateRefs([A], options);
    await env.know(A, 'model', { license: false });
    // A sweep has read the answers; before it writes, somebody answers.
    const read = env.attestations.currentOf.bind(env.attestations);
    const late = jest
      .spyOn(env.attestations, 'currentOf')
      .mockImplementationOnce(async (rubricId, refs) => {
        const before = await read(rubricId, refs);
        await env.attest.attest(owned, { answer: 'yes' }, 'user:default/ada');
        return before;
      });
    await env.evaluations.evaluateRefs([A], options);
    late.mockRestore();
    const { results } = (await env.scorecards.get(A, 'small'))!;
    expect(results.map(({ status }) => status)).toEqual([
      'fail',
      'pass',
      'unknown',
    ]);
  });

  it('removes what the catalog no longer has, and keeps answers', async () => {
    const env = await createEnvironment(await database());
    await env.know(B, 'model', { license: true });
    await env.attest.attest(owned, { answer: 'yes' }, 'user:default/ada');
    await env.evaluations.evaluateRefs([A, B], options);
    env.entities.splice(0, 2);
    const gone = await createEnvironment(env.db, { entities: [] });
    expect(await gone.evaluations.evaluateRefs([A, B], options)).toMatchObject({
      removed: 2,
    });
    expect(await gone.factStore.factsOf([B])).toEqual(new Map());
    expect(await gone.attestations.historyOf(owned)).toHaveLength(1);
  });

  it('does not take a scorecard of a rubric that is not in force for now', async () => {
    const db = await database();
    const other = testRubric(rubric => {
      rubric.metadata.id = 'other';
    });
    await (
      await createEnvironment(db, {
        rubrics: [{ id: 'other', document: other }],
      })
    ).evaluations.evaluateRefs([A], options);
    const env = await createEnvironment(db, {
      rubrics: [
        {
          id: 'small',
          document: testRubric(rubric => {
            rubric.appliesTo = { kind: 'Component' };
          }),
        },
      ],
    });
    await env.evaluations.evaluateRefs([A], options);
    expect(await env.scorecards.rubricsOf(A)).toEqual(['other']);
  });

  it('goes on when one entity cannot be evaluated', async () => {
    const hostile = modelOf('hostile');
    hostile.relations = [{ type: 'ownedBy', targetRef: null as any }];
    const env = await createEnvironment(await database(), {
      entities: [hostile, modelOf('a')],
    });
    expect(
      await env.evaluations.evaluateEntities(env.entities, options),
    ).toMatchObject({ evaluated: 2, changed: 1, failed: 1 });
    expect(env.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('mlmodel:default/hostile could not be evaluated'),
    );
  });

  it('keeps an answer when the evaluation after it fails, and makes up for it', async () => {
    const env = await createEnvironment(await database());
    await env.evaluations.evaluateRefs([A], options);
    const down = jest
      .spyOn(env.catalog, 'getEntitiesByRefs')
      .mockRejectedValueOnce(new Error('the catalog is down'));
    await env.attest.attest(owned, { answer: 'yes' }, 'user:default/ada');
    down.mockRestore();
    const due = await env.scorecards.dueUntil(new Date(), 10, ['small']);
    expect(due).toEqual([A]);
    await env.evaluations.evaluateRefs(due, options);
    expect((await env.scorecards.get(A, 'small'))!.results[1].status).toBe(
      'pass',
    );
  });

  it('refuses answers that the check does not take', async () => {
    const env = await createEnvironment(await database());
    const attest = (checkId: string, body: object) =>
      env.attest.attest({ ...owned, checkId }, body, 'user:default/ada');
    await expect(attest('nothing', { answer: 'yes' })).rejects.toThrow(
      'checkId: rubric small has no check "nothing"',
    );
    await expect(attest('licensed', { answer: 'yes' })).rejects.toThrow(
      'it is decided by facts alone',
    );
    await expect(
      attest('owned', { answer: 'yes', expiresAt: '2020-01-01T00:00:00Z' }),
    ).rejects.toThrow('expiresAt: expected a time in the future');
    await expect(
      attest('owned', {
        answer: 'yes',
        // eslint-disable-next-line no-script-url
        evidence: { url: 'javascript:alert(1)' },
      }),
    ).rejects.toThrow('evidence.url');
    expect(await env.attestations.historyOf(owned)).toEqual([]);
  });
});
