import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { examplesAreRead } from '../lib/examples.mjs';
import { guestClient, startPortal } from '../lib/portal.mjs';
import { temporaryFolder } from '../lib/temporaryFolder.mjs';
import { until } from '../lib/until.mjs';

const SLOW = 'rebooking-ranker-production';
const HEALTHY = 'turnaround-time-production';

describe('reviewed rollouts in the production build', () => {
  const state = temporaryFolder();
  let portal;
  let api;

  const reviewOf = name =>
    api.request(`ml-deployment/deployments/default/${name}/review`);
  const decisionsOf = name =>
    api.request(`ml-deployment/deployments/default/${name}/decisions`);
  const decide = (name, body) =>
    api.request(`ml-deployment/deployments/default/${name}/decisions`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
  const criterion = ({ verdict }, metric) =>
    verdict.criteria.find(({ rule }) => rule.metric === metric);
  const checkOf = async (model, checkId) => {
    const { results } = await api.request(
      `ml-maturity/scorecards/MlModel/default/${model}`,
    );
    return results.find(result => result.checkId === checkId);
  };
  const audited = () =>
    readFileSync(portal.log, 'utf8')
      .split('\n')
      .filter(line => line.includes('"isAuditEvent":true'))
      .map(line => JSON.parse(line))
      .filter(({ plugin }) => plugin === 'ml-deployment');

  before(async () => {
    portal = await startPortal({
      database: state.folder,
      log: 'test-deployment.log',
    });
    api = await guestClient(portal.address);
    await examplesAreRead(api);
    // Which groups a user is in is known from the sign-in on.
    api = await guestClient(portal.address);
  });

  after(async () => {
    await portal?.stop();
    state.remove();
  });

  it('has the canary that became slow rolled back, and says why', async () => {
    const review = await reviewOf(SLOW);
    assert.equal(review.verdict.decision, 'roll-back');
    const latency = criterion(review, 'latency_p95');
    assert.equal(latency.state, 'broken');
    // The log's candidate answers some three to five times as slowly.
    assert.ok(latency.interval.lower > 2, JSON.stringify(latency.interval));
    assert.match(review.verdict.reasons.join(), /latency_p95/);
    const back = review.actions.find(({ action }) => action === 'roll-back');
    assert.equal(back.recommended, true);
    assert.match(back.change.diff, /^--- /m);
  });

  it('has the healthy canary promoted', async () => {
    const review = await reviewOf(HEALTHY);
    assert.equal(review.verdict.decision, 'promote');
    const error = criterion(review, 'mae');
    assert.equal(error.state, 'met');
    assert.ok(error.interval.upper < 0, JSON.stringify(error.interval));
  });

  it('refuses what is decided on something else than there is', async () => {
    const { revision } = await reviewOf(SLOW);
    await assert.rejects(
      decide(SLOW, { decision: 'roll-back', revision: 'of-another-day' }),
      /answered 409: /,
    );
    await assert.rejects(
      decide(SLOW, { decision: 'promote', revision }),
      /answered 400: .*comment/,
    );
    await assert.rejects(
      decide(SLOW, { decision: 'cheer', revision }),
      /answered 400: .*decision/,
    );
    assert.equal((await decisionsOf(SLOW)).totalItems, 0);
  });

  it('lets one of two who decide at once win, and turns the checks of the model', async () => {
    assert.notEqual(
      (await checkOf('rebooking-ranker', 'strategy-reviewed'))?.status,
      'pass',
    );
    const { revision, verdict } = await reviewOf(SLOW);
    const outcomes = await Promise.allSettled([
      decide(SLOW, { decision: 'roll-back', revision }),
      decide(SLOW, { decision: 'roll-back', revision, comment: 'Too slow' }),
    ]);
    const won = outcomes.filter(({ status }) => status === 'fulfilled');
    const lost = outcomes.filter(({ status }) => status === 'rejected');
    assert.deepEqual([won.length, lost.length], [1, 1]);
    assert.match(lost[0].reason.message, /answered 409: /);

    const [{ value }] = won;
    assert.equal(value.decidedBy, 'user:default/guest');
    assert.equal(value.overrides, false);
    assert.deepEqual(value.verdict.reasons, verdict.reasons);
    const { items } = await decisionsOf(SLOW);
    assert.deepEqual(
      items.map(({ id }) => id),
      [value.id],
    );
    assert.ok(
      audited().some(
        ({ status, actor }) =>
          status === 'succeeded' && actor.actorId === 'user:default/guest',
      ),
    );
    await until(
      'the checks of the scorecard',
      async () =>
        (await checkOf('rebooking-ranker', 'strategy-reviewed'))?.status ===
          'pass' &&
        (await checkOf('rebooking-ranker', 'rollback-ready'))?.status ===
          'pass',
      { limitMs: 90_000, pauseMs: 2_000 },
    );
  });

  it('records a rehearsal without deciding anything', async () => {
    const { revision } = await reviewOf(HEALTHY);
    const { rehearsal } = await decide(HEALTHY, {
      decision: 'roll-back',
      rehearsal: true,
      comment: 'Half an hour on Sunday, back in forty seconds',
      revision,
    });
    assert.equal(rehearsal, true);
    const { decisions, verdict } = await reviewOf(HEALTHY);
    assert.equal(decisions.latest, undefined);
    assert.ok(decisions.lastRollBackAt);
    assert.equal(verdict.decision, 'promote');
  });

  it('advises, plans, renders and validates', async () => {
    const post = (path, body) =>
      api.request(`ml-deployment/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
    const { strategies, support } = await api.request(
      'ml-deployment/strategies',
    );
    assert.equal(strategies.length, 6);
    assert.equal(support.length, 30);

    // A wrong answer that cannot be taken back, and labels after weeks.
    const { advice } = await post('advice', {
      answers: {
        risk: 'high',
        reversible: 'no',
        existingVersion: true,
        labelDelay: 'weeks',
        spareCapacity: 'double',
        platform: ['mirror', 'weights', 'variant-metrics'],
      },
    });
    assert.equal(advice.ranking[0].strategy, 'shadow');

    const { plan, markdown } = await post('plans', {
      strategy: 'canary',
      deployment: { name: 'delay', owner: 'group:default/hub' },
      model: {
        ref: 'mlmodel:default/delay',
        task: 'classification',
        stableVersion: '1',
        candidateVersion: '2',
      },
      requestsPerDay: 100_000,
      errorRatio: { baseline: 0.01, smallestIncrease: 0.01 },
    });
    assert.equal(plan.strategy.plan.phases.at(-1).traffic, 100);
    // Fleiss, Levin and Paik 4.18 by hand, nineteen stable rows to each of the
    // candidate: (1.95996 √(20 · 0.0105 · 0.9895) + 0.84162 √(19 · 0.0196 + 0.0099))²
    // / (19 · 0.01²) = 1052.04.
    assert.deepEqual(plan.comparisons[0].rows, {
      candidate: 1053,
      stable: 19 * 1053,
    });
    assert.match(markdown, /^# /);

    const { files, validation } = await post('manifests', {
      name: 'delay',
      namespace: 'flights',
      strategy: 'canary',
      target: 'kserve-knative',
      versions: {
        stable: { version: '1', uri: 's3://models/delay/1' },
        candidate: { version: '2', uri: 's3://models/delay/2' },
      },
      model: { format: { name: 'sklearn' } },
      traffic: { steps: [10, 50, 100] },
    });
    assert.deepEqual(validation, { valid: true, problems: [], unchecked: [] });
    assert.match(files[0].content, /canaryTrafficPercent: 10/);

    const broken = files.map(file => ({
      ...file,
      content: file.content.replace(
        'canaryTrafficPercent: 10',
        'canaryTrafficPercent: 150',
      ),
    }));
    const { valid, problems } = await post('validations', { files: broken });
    assert.equal(valid, false);
    assert.match(problems[0].field, /canaryTrafficPercent/);
  });
});
