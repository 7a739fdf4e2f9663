import { describeDatabases } from '../__testUtils__/databases';
import { createEnvironment, modelOf } from '../__testUtils__/environment';
import { CampaignStore, StoredCampaign } from '../database/CampaignStore';
import { ExpiryStore } from '../database/ExpiryStore';
import { ReminderStore } from '../database/ReminderStore';
import { PortfolioIndex } from '../portfolio/PortfolioIndex';
import { CampaignMembers } from './CampaignMembers';
import { CampaignRecorder } from './CampaignRecorder';
import { CampaignReminder } from './CampaignReminder';
import { burnUpOf, pointsToAdd } from './burnUp';
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
      recorder: new CampaignRecorder(common),
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

  it('notes that a model left the scope, once', () => {
    const left = pointsToAdd([point('a', '2026-03-01')], [], '2026-03-02');
    expect(left).toEqual([point('a', '2026-03-02', { member: false })]);
    expect(pointsToAdd(left, [], '2026-03-03')).toEqual([]);
  });
});
