import { ORGANISATION, ref } from '../__testUtils__/organisation';
import { ADA, LIMITED, Portal, startPortal } from '../__testUtils__/portal';

const BOB = 'user:default/bob';
const churn = '/scorecards/mlmodel/default/churn';

describe('one scorecard, its answers and waivers', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      entities: ORGANISATION,
      owners: { [ADA]: ['group:default/red'] },
    });
    await portal.evaluateAll();
  }, 30_000);

  it('takes an owner’s answer and shows it at once everywhere', async () => {
    const attestation = `${churn}/checks/owned/attestation`;
    const before = await portal.get(churn);
    expect(before.scorecard.level).toBe(0);
    await portal.put(attestation, {
      as: BOB,
      body: { answer: 'yes' },
      status: 403,
    });
    expect(portal.audit).toContainEqual({
      eventId: 'attestation-give',
      meta: { entityRef: ref('churn'), rubricId: 'small', checkId: 'owned' },
      outcome: 'failed',
    });
    const answer = await portal.put(attestation, {
      body: {
        answer: 'yes',
        evidence: { url: 'https://example.com' },
        previousId: null,
      },
    });
    expect(answer).toMatchObject({ author: ADA, answer: 'yes' });

    const after = await portal.get(churn);
    expect(after.scorecard.level).toBe(1);
    expect(after.results[1]).toMatchObject({
      status: 'pass',
      method: 'attested',
    });
    const { total } = await portal.get('/rollups?by=owner&measure=level');
    expect(total.levels).toEqual([5, 1, 0]);
    const { events, points } = await portal.get(`${churn}/history`);
    expect(events).toContainEqual(
      expect.objectContaining({
        checkId: 'owned',
        from: 'unknown',
        to: 'pass',
        cause: 'attestation',
      }),
    );
    expect(points.at(-1)).toMatchObject({ level: 1 });
    expect(portal.audit).toContainEqual({
      eventId: 'attestation-give',
      meta: { entityRef: ref('churn'), rubricId: 'small', checkId: 'owned' },
      outcome: 'succeeded',
    });

    // Who did not see the answer does not replace or withdraw it.
    await portal.put(attestation, {
      body: { answer: 'no', previousId: null },
      status: 409,
    });
    const records = await portal.get(`${churn}/checks/owned`);
    expect(records.attestations).toHaveLength(1);
    await portal.put(`${churn}/checks/owned/attestation`, {
      body: { answer: 'no', previousId: answer.id },
    });
    expect((await portal.get(churn)).scorecard.level).toBe(0);
    await portal.delete(`${attestation}?previousId=${answer.id}`, {
      status: 409,
    });
    await portal.delete(attestation, { status: 204 });
    await portal.delete(attestation, { status: 404 });
  });

  it.each([
    ['owned', { answer: 'perhaps' }, 400, 'answer'],
    [
      'owned',
      // eslint-disable-next-line no-script-url
      { answer: 'yes', evidence: { url: 'javascript:alert(1)' } },
      400,
      'evidence.url',
    ],
    [
      'owned',
      { answer: 'yes', expiresAt: '2001-01-01T00:00:00Z' },
      400,
      'expiresAt',
    ],
    ['licensed', { answer: 'yes' }, 400, 'asks no question'],
    ['nope', { answer: 'yes' }, 404, 'nope'],
  ])('refuses to %s the answer %j', async (checkId, body, status, message) => {
    const { error } = await portal.put(
      `${churn}/checks/${checkId}/attestation`,
      { body, status },
    );
    expect(error.message).toContain(message);
  });

  it('takes a waiver from its request to its end', async () => {
    const path = `${churn}/checks/tested/waiver`;
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const waiver = await portal.put(path, {
      body: { action: 'request', reason: 'A vendor has the tests.', expiresAt },
    });
    const decide = (body: object, options: object = {}) =>
      portal.put(path, { body: { waiverId: waiver.id, ...body }, ...options });
    // Who asked for it does not approve it.
    await decide({ action: 'approve' }, { status: 400 });
    portal.denied.add('mlMaturity.waive');
    await decide({ action: 'approve' }, { as: BOB, status: 403 });
    portal.denied.clear();
    await decide(
      { action: 'approve', waiverId: 'other' },
      { as: BOB, status: 409 },
    );
    expect(await decide({ action: 'approve' }, { as: BOB })).toMatchObject({
      decision: 'approved',
      decidedBy: BOB,
    });
    expect((await portal.get(churn)).results[2].status).toBe('waived');
    expect((await portal.get('/expiring')).items).toMatchObject([
      { kind: 'waiver', decision: 'approved', by: ADA },
    ]);
    await portal.delete(`${path}?waiverId=other`, { as: BOB, status: 409 });
    await portal.delete(path, { as: BOB, status: 204 });
    expect((await portal.get(churn)).results[2].status).toBe('unknown');
  });

  it('saves drafts of an assessment until they are sent', async () => {
    const path = `${churn}/assessment/owned`;
    const first = await portal.put(path, {
      body: { answer: { answer: 'yes' }, revision: null },
    });
    expect((await portal.get(`${churn}/assessment`)).drafts).toEqual([first]);
    expect(first).toMatchObject({ checkId: 'owned', author: ADA });

    // Who did not see it neither replaces nor deletes it.
    const { error } = await portal.put(path, {
      body: { answer: { answer: 'no' }, revision: null },
      status: 409,
    });
    expect(error.message).toContain(`${ADA} saved this draft`);
    const second = await portal.put(path, {
      body: { answer: { answer: 'no' }, revision: first.revision },
    });
    const stale = `${path}?revision=${first.revision}`;
    await portal.put(path, {
      body: { answer: {}, revision: first.revision },
      status: 409,
    });
    await portal.delete(stale, { status: 409 });
    await portal.delete(path, { as: BOB, status: 403 });
    await portal.delete(`${path}?revision=${second.revision}`, { status: 204 });
    expect((await portal.get(`${churn}/assessment`)).drafts).toEqual([]);
    await portal.delete(path, { status: 404 });

    await portal.put(path, { body: { answer: { answer: 'yes' } } });
    await portal.put(`${churn}/checks/owned/attestation`, {
      body: { answer: 'yes' },
    });
    expect((await portal.get(`${churn}/assessment`)).drafts).toEqual([]);
  });

  it('tells what the caller may do', async () => {
    const entity = `/capabilities?entityRef=${ref('churn')}`;
    expect(await portal.get(entity)).toMatchObject({
      attest: true,
      waive: true,
      waiverDays: 366,
    });
    portal.denied.add('mlMaturity.waive');
    expect(await portal.get(entity, { as: BOB })).toMatchObject({
      read: true,
      attest: false,
      requestWaiver: true,
      waive: false,
    });
    portal.denied.clear();
    await portal.get(`/capabilities?entityRef=${ref('hidden-one')}`, {
      as: LIMITED,
      status: 404,
    });
    await portal.get('/openapi.json');
  });

  it('evaluates for whom may, and only what they may read', async () => {
    const asLimited = { as: LIMITED };
    await portal.post('/evaluations', {
      ...asLimited,
      body: { entityRefs: [ref('hidden-one')] },
      status: 404,
    });
    const { id, total } = await portal.post('/evaluations', {
      ...asLimited,
      body: {},
      status: 202,
    });
    expect(total).toBe(5);
    await portal.get(`/evaluations/${id}`, asLimited);
    const own = await portal.evaluate();
    expect(own).toMatchObject({ state: 'done', total: 6, done: 6, failed: 0 });
    await portal.get(`/evaluations/${own.id}`, { ...asLimited, status: 404 });
    await portal.post('/evaluations', {
      body: { entityRefs: [] },
      status: 400,
    });
    portal.denied.add('mlMaturity.evaluate');
    await portal.post('/evaluations', { body: {}, status: 403 });
    const started = portal.audit.filter(
      ({ eventId }) => eventId === 'evaluation-start',
    );
    expect(
      started.slice(-5).map(({ meta, outcome }) => [meta, outcome]),
    ).toEqual([
      [{ entities: 1 }, 'failed'],
      [{ entities: 5 }, 'succeeded'],
      [{ entities: 'all' }, 'succeeded'],
      [{}, 'failed'],
      [{}, 'failed'],
    ]);
    await portal.get(`/evaluations/${id}`, { status: 403 });
    portal.denied.clear();
  });
});
