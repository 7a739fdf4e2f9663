import { CheckStatus } from '@airworthy/plugin-ml-maturity-common';
import { describeDatabases } from '../__testUtils__/databases';
import { createEnvironment, modelOf } from '../__testUtils__/environment';
import { CampaignStore, StoredCampaign } from '../database/CampaignStore';
import { ExpiryStore } from '../database/ExpiryStore';
import { ReminderStore } from '../database/ReminderStore';
import { PortfolioIndex } from '../portfolio/PortfolioIndex';
import { CampaignMembers } from './CampaignMembers';
import { CampaignPast } from './CampaignPast';
import { CampaignRecorder } from './CampaignRecorder';
import { CampaignReminder } from './CampaignReminder';
import { burnUpOf, pointsToAdd } from './burnUp';
import { pastPoints } from './pastPoints';
import { Standing } from './standings';

const DAY = 86_400_000;
const never = new AbortController().signal;
const A = 'mlmodel:default/a';
const B = 'mlmodel:default/b';

const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString();

const campaignOf = (fields: Partial<StoredCampaign> = {}): StoredCampaign => ({
  id: 'campaign',
  title: 'Licences',
  rubricId: 'small',
  goal: { checks: ['licensed'] },
  scope: {},
  owner: 'group:default/platform',
  startsAt: ago(1),
  dueAt: ago(-30),
  createdBy: 'user:default/ada',
  createdAt: ago(2),
  ...fields,
});

describeDatabases('campaigns', database => {
  const start = async (fields: Partial<StoredCampaign> = {}) => {
    const db = await database();
    const env = await createEnvironment(db, {
      entities: [modelOf('a'), modelOf('b')],
    });
    await env.know(A, 'model', { license: true });
    await env.evaluations.evaluateRefs([A, B], {
      cause: 'fact',
      facts: 'none',
    });
    const campaigns = new CampaignStore(db);
    const members = new CampaignMembers({
      ...env,
      index: new PortfolioIndex(env),
    });
    await campaigns.add(campaignOf(fields));
    const notifications = { send: jest.fn(async () => {}) };
    const common = { ...env, campaigns, members, notifications };
    return {
      ...common,
      recorder: new CampaignRecorder({
        ...common,
        past: new CampaignPast(common),
      }),
      reminder: new CampaignReminder({
        ...common,
        reminders: new ReminderStore(db),
      }),
    };
  };

  it('note where models stand, and only what differs', async () => {
    const { recorder, campaigns, know, evaluations } = await start();
    await recorder.run(never);
    const points = await campaigns.pointsOf('campaign');
    expect(points).toMatchObject([
      { entityRef: A, member: true, done: true, checksDone: 1, checksTotal: 1 },
      { entityRef: B, member: true, done: false, checksDone: 0 },
    ]);
    const add = jest.spyOn(campaigns, 'addPoints');
    await recorder.run(never);
    expect(add).not.toHaveBeenCalled();
    await know(B, 'model', { license: true });
    await evaluations.evaluateRefs([B], { cause: 'fact', facts: 'none' });
    await recorder.run(never);
    // The same day has one point of a model, the last one.
    expect(await campaigns.pointsOf('campaign')).toMatchObject([
      { entityRef: A, done: true },
      { entityRef: B, done: true },
    ]);
  });

  it('begin at their start, from the history of the scorecards', async () => {
    const { recorder, campaigns, history, db } = await start();
    const event = (entityRef: string, days: number, fields: object) => ({
      entityRef,
      rubricId: 'small',
      at: ago(days),
      reason: '',
      cause: 'fact' as const,
      ...fields,
    });
    const beginnings = [A, B].map(ref =>
      history.eventsOf(ref, 'small', { limit: 9 }),
    );
    expect((await Promise.all(beginnings)).map(list => list.length)).toEqual([
      1, 1,
    ]);
    // A was there before the campaign and got its licence on its fourth day; B came then.
    await db.transaction(async tx => {
      await history.forgetBeginning(tx, A, 'small');
      await history.forgetBeginning(tx, B, 'small');
      const events = [
        event(A, 40, { to: '0' }),
        event(A, 30, { checkId: 'licensed', from: 'fail', to: 'unknown' }),
        event(A, 6, { checkId: 'licensed', from: 'unknown', to: 'pass' }),
        event(B, 6, { to: '0' }),
      ];
      await history.write(tx, events, []);
    });
    const campaign = campaignOf({
      id: 'past',
      startsAt: ago(9),
      createdAt: ago(3),
    });
    await campaigns.add(campaign);
    await recorder.recordPast(campaign);
    const day = (days: number) => ago(days).slice(0, 10);
    const burnUp = burnUpOf(
      await campaigns.pointsOf('past'),
      { from: day(9), to: day(4) },
      () => true,
    );
    expect(burnUp.map(point => [point.day, point.done, point.total])).toEqual([
      [day(9), 0, 1],
      [day(8), 0, 1],
      [day(7), 0, 1],
      [day(6), 1, 2],
      [day(5), 1, 2],
      [day(4), 1, 2],
    ]);
  });

  it('remind an owner once a period, and again where the notification failed', async () => {
    const { reminder, notifications, campaigns } = await start({
      remindEveryDays: 7,
    });
    notifications.send.mockRejectedValueOnce(new Error('not now'));
    await reminder.run(never);
    await reminder.run(never);
    await reminder.run(never);
    expect(notifications.send).toHaveBeenCalledTimes(2);
    expect(notifications.send).toHaveBeenLastCalledWith({
      recipients: { type: 'entity', entityRef: 'group:default/team' },
      payload: expect.objectContaining({
        title: 'Licences: 1 of your models is left',
        description: expect.stringMatching(/^b\. Due on /),
        link: '/ml-maturity/campaigns?campaign=campaign',
      }),
    });
    // The next period.
    await campaigns.update(
      campaignOf({ remindEveryDays: 7, startsAt: ago(8) }),
    );
    await reminder.run(never);
    expect(notifications.send).toHaveBeenCalledTimes(3);
  });

  it('are silent before they start and without a schedule', async () => {
    const { reminder, recorder, campaigns, notifications } = await start({
      startsAt: ago(-1),
      remindEveryDays: 1,
    });
    await campaigns.add(campaignOf({ id: 'other' }));
    await reminder.run(never);
    await recorder.run(never);
    expect(notifications.send).not.toHaveBeenCalled();
    expect(await campaigns.pointsOf('campaign')).toEqual([]);
  });

  it('are kept whole, and closed but once', async () => {
    const { campaigns } = await start();
    const report: Standing[] = [
      {
        entityRef: A,
        name: 'a',
        done: true,
        checksTotal: 1,
        checksDone: 1,
        checksWaived: 0,
        missing: [],
      },
    ];
    const closed = campaignOf({ closedAt: ago(0), closedBy: 'x', report });
    expect(await campaigns.update(closed)).toBe(true);
    expect(await campaigns.update(closed)).toBe(false);
    expect(await campaigns.get('campaign')).toEqual(closed);
    await campaigns.add(campaignOf({ id: 'open', dueAt: ago(-99) }));
    expect((await campaigns.list(10)).map(({ id }) => id)).toEqual([
      'open',
      'campaign',
    ]);
    expect(await campaigns.countOpen()).toBe(1);
  });

  it('tell from answers when these expire, by rubric', async () => {
    const { attest, db } = await start();
    const store = new ExpiryStore(db);
    await attest.attest(
      { entityRef: A, rubricId: 'small', checkId: 'owned' },
      { answer: 'yes' },
      'user:default/ada',
    );
    const in31 = new Date(Date.now() + 31 * DAY);
    expect(await store.between('small', new Date(), in31)).toMatchObject([
      { kind: 'attestation', entityRef: A, by: 'user:default/ada' },
    ]);
    expect(await store.between('other', new Date(), in31)).toEqual([]);
  });
});

describe('burn-up', () => {
  const point = (entityRef: string, day: string, fields: object = {}) => ({
    entityRef,
    day,
    member: true,
    done: false,
    checksDone: 0,
    checksTotal: 2,
    ...fields,
  });

  it('carries standings on, forgets who left, and leaves out what is hidden', () => {
    const points = [
      point('a', '2026-03-01'),
      point('hidden', '2026-03-01', { done: true, checksDone: 2 }),
      point('b', '2026-03-02', { checksDone: 1 }),
      point('a', '2026-03-03', { done: true, checksDone: 2 }),
      point('b', '2026-03-04', { member: false }),
    ];
    const burnUp = burnUpOf(
      points,
      { from: '2026-03-02', to: '2026-03-04' },
      ref => ref !== 'hidden',
    );
    expect(burnUp).toEqual([
      { day: '2026-03-02', done: 0, total: 2, checksDone: 1, checksTotal: 4 },
      { day: '2026-03-03', done: 1, total: 2, checksDone: 3, checksTotal: 4 },
      { day: '2026-03-04', done: 1, total: 1, checksDone: 2, checksTotal: 2 },
    ]);
  });

  it('takes the events of a model back, of a level only what counts', () => {
    const result = (checkId: string, status: CheckStatus, counted = true) => ({
      checkId,
      status,
      counted,
    });
    const points = pastPoints(
      {
        entityRef: 'a',
        results: [
          result('one', 'pass'),
          result('new', 'fail'),
          result('draft', 'fail', false),
        ],
      },
      { level: 1 },
      [
        { at: '2026-03-05T09:00:00Z', checkId: 'one', from: 'waived' },
        { at: '2026-03-04T10:00:00Z', checkId: 'new', from: undefined },
        { at: '2026-03-04T09:00:00Z', checkId: 'one', from: 'fail' },
      ],
      { from: '2026-03-02', before: '2026-03-05' },
    );
    expect(points).toEqual([
      point('a', '2026-03-02', { checksTotal: 1 }),
      point('a', '2026-03-04', { checksTotal: 2, checksDone: 1 }),
    ]);
  });

  it('begins on the first day that is known', () => {
    const burnUp = burnUpOf(
      [point('hidden', '2026-03-01'), point('a', '2026-03-03')],
      { from: '2026-02-20', to: '2026-03-04' },
      ref => ref !== 'hidden',
    );
    expect(burnUp.map(({ day }) => day)).toEqual(['2026-03-03', '2026-03-04']);
  });

  it('notes that a model left the scope, once', () => {
    const left = pointsToAdd([point('a', '2026-03-01')], [], '2026-03-02');
    expect(left).toEqual([point('a', '2026-03-02', { member: false })]);
    expect(pointsToAdd(left, [], '2026-03-03')).toEqual([]);
  });
});
