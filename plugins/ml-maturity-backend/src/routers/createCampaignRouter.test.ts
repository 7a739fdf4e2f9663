import { ORGANISATION, ref } from '../__testUtils__/organisation';
import { testRubric } from '../__testUtils__/rubric';
import { ADA, LIMITED, Portal, startPortal } from '../__testUtils__/portal';

const DAY = 86_400_000;
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString();

const input = (fields: object = {}) => ({
  title: 'A licence for every model',
  goal: { checks: ['licensed', 'tested'] },
  scope: { 'spec.lifecycle': 'production' },
  owner: 'department',
  startsAt: inDays(-1),
  dueAt: inDays(30),
  ...fields,
});

describe('campaigns', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      entities: ORGANISATION,
      config: {
        attestations: { by: 'anyone' },
        rubrics: {
          small: {
            document: testRubric(rubric => {
              // The campaign tries a check before it counts for everybody.
              rubric.checks[0].status = 'draft';
              rubric.checks[2].appliesTo = {
                'metadata.tags': { $contains: 'b' },
              };
            }),
          },
        },
      },
    });
    await portal.evaluateAll();
  }, 30_000);

  it('lives from its creation to its closing report and promotion', async () => {
    const created = await portal.post('/campaigns', {
      body: input(),
      status: 201,
    });
    // Production: churn, fares, =cmd, orphan and hidden-one. Licensed: three
    // of five; tests apply to fares alone and are unknown.
    expect(created).toMatchObject({
      owner: 'group:default/department',
      rubricId: 'small',
      state: 'active',
      createdBy: ADA,
      progress: {
        total: 5,
        done: 2,
        checksTotal: 6,
        checksDone: 3,
        checksWaived: 0,
      },
    });
    const path = `/campaigns/${created.id}`;

    const detail = await portal.get(path);
    expect(
      detail.teams.map(({ title, done, total }: any) => [title, done, total]),
    ).toEqual([
      ['The blue', 0, 1],
      ['The red', 1, 2],
      ['Without an owner', 0, 1],
      ['The hidden-team', 1, 1],
    ]);
    expect(detail.burnUp).toEqual([
      expect.objectContaining({ total: 5, done: 2, checksDone: 3 }),
    ]);
    const left = Object.fromEntries(
      detail.left.map((model: any) => [
        model.name,
        model.missing.map(({ checkId, status }: any) => [checkId, status]),
      ]),
    );
    expect(left).toEqual({
      '=cmd': [['licensed', 'fail']],
      fares: [['tested', 'unknown']],
      orphan: [['licensed', 'fail']],
    });

    const forLimited = await portal.get(path, { as: LIMITED });
    expect(forLimited.progress).toMatchObject({ total: 4, done: 1 });
    expect(forLimited.burnUp[0]).toMatchObject({ total: 4, done: 1 });
    expect(JSON.stringify(forLimited)).not.toContain('hidden');

    const reminded = await portal.post(`${path}/remind`);
    expect(reminded).toEqual({ sent: 2, skipped: 0 });
    expect(await portal.post(`${path}/remind`)).toEqual({
      sent: 0,
      skipped: 2,
    });
    expect(
      portal.sent.map(({ recipients }) => recipients.entityRef).sort(),
    ).toEqual(['group:default/blue', 'group:default/red']);

    await portal.patch(path, { body: { title: 'Licences' } });
    const closed = await portal.post(`${path}/close`);
    expect(closed).toMatchObject({
      title: 'Licences',
      state: 'closed',
      closedBy: ADA,
      progress: { total: 5, done: 2 },
    });
    await portal.patch(path, { body: { title: 'Late' }, status: 409 });
    await portal.post(`${path}/close`, { status: 409 });
    await portal.post(`${path}/remind`, { status: 409 });
    // The report is as it was, without what the reader may not see.
    const report = await portal.get(path, { as: LIMITED });
    expect(report.progress).toMatchObject({ total: 4, done: 1 });
    const csv = await portal.text(`${path}?format=csv`);
    expect(csv).toContain('mlmodel:default/=cmd,,group:default/blue,');
    expect(csv).toContain('tested (unknown)');

    const { promotion } = await portal.post(`${path}/promote`, {
      body: { effectiveFrom: '2099-01-01' },
    });
    // "tested" counts already.
    expect(promotion.patch).toEqual({
      checks: [
        { id: 'licensed', status: 'active', effectiveFrom: '2099-01-01' },
      ],
    });
    expect(promotion.yaml).toContain('mlMaturity:\n  rubrics:\n    small:');
    const [listed] = (await portal.get('/campaigns')).items;
    expect(listed.promotion).toEqual(promotion);
    expect(
      portal.audit
        .filter(({ eventId }) => eventId.startsWith('campaign'))
        .map(({ eventId, outcome }) => [eventId, outcome]),
    ).toEqual([
      ['campaign-create', 'succeeded'],
      ['campaign-remind', 'succeeded'],
      ['campaign-remind', 'succeeded'],
      ['campaign-change', 'succeeded'],
      ['campaign-close', 'succeeded'],
      ['campaign-change', 'failed'],
      ['campaign-close', 'failed'],
      ['campaign-remind', 'failed'],
      ['campaign-promote', 'succeeded'],
    ]);
  });

  it('asks of a level only what counts', async () => {
    const { id, progress } = await portal.post('/campaigns', {
      body: input({ goal: { level: 1 }, scope: {}, startsAt: inDays(1) }),
      status: 201,
    });
    expect(progress).toMatchObject({ total: 6, done: 0, checksTotal: 6 });
    expect(await portal.get(`/campaigns/${id}`)).toMatchObject({
      state: 'planned',
      burnUp: [],
    });
    await portal.put(
      '/scorecards/mlmodel/default/churn/checks/owned/attestation',
      { body: { answer: 'yes' } },
    );
    const after = await portal.get(`/campaigns/${id}`);
    expect(after.progress).toMatchObject({ done: 1, checksDone: 1 });
    expect(after.left.map(({ entityRef }: any) => entityRef)).not.toContain(
      ref('churn'),
    );
    await portal.post(`/campaigns/${id}/promote`, { body: {}, status: 409 });
  });

  it.each([
    [{ goal: { checks: ['nope'] } }, 'goal.checks'],
    [{ goal: { level: 9 } }, 'goal.level'],
    [{ goal: {} }, 'goal'],
    [{ scope: { $sum: 1 } }, 'scope'],
    [{ dueAt: inDays(-2) }, 'dueAt'],
    [{ startsAt: 'tomorrow' }, 'startsAt'],
    [{ owner: 'group:' }, 'owner'],
    [{ title: ' ' }, 'title'],
    [{ remindEveryDays: 0 }, 'remindEveryDays'],
    [{ rubric: 'large' }, 'rubric'],
  ])('refuses %j and names the field', async (fields, field) => {
    const { error } = await portal.post('/campaigns', {
      body: input(fields),
      status: 'rubric' in fields ? 404 : 400,
    });
    expect(error.message).toContain(field);
  });

  it('is managed by whom the permission lets', async () => {
    const { items } = await portal.get('/campaigns');
    portal.denied.add('mlMaturity.campaign.manage');
    try {
      const path = `/campaigns/${items[0].id}`;
      expect(await portal.get(path)).toMatchObject({ id: items[0].id });
      await portal.post('/campaigns', { body: input(), status: 403 });
      await portal.patch(path, { body: { title: 'x' }, status: 403 });
      for (const what of ['close', 'promote', 'remind']) {
        await portal.post(`${path}/${what}`, { body: {}, status: 403 });
      }
    } finally {
      portal.denied.clear();
    }
    await portal.get('/campaigns/none', { status: 404 });
    const { id } = items[0];
    expect(portal.audit.slice(-5)).toEqual([
      { eventId: 'campaign-create', meta: {}, outcome: 'failed' },
      { eventId: 'campaign-change', meta: { id }, outcome: 'failed' },
      { eventId: 'campaign-close', meta: { id }, outcome: 'failed' },
      { eventId: 'campaign-promote', meta: { id }, outcome: 'failed' },
      { eventId: 'campaign-remind', meta: { id }, outcome: 'failed' },
    ]);
  });
});
