import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { evaluate } from '../lib/evaluate.mjs';
import { examplesAreRead } from '../lib/examples.mjs';
import { HANDOVER } from '../lib/handoverRubric.mjs';
import { guestClient, startPortal } from '../lib/portal.mjs';
import { temporaryFolder } from '../lib/temporaryFolder.mjs';

// The guest user is a member of the group that owns it.
const MODEL = 'ml-maturity/scorecards/MlModel/default/crew-fatigue';
const NOT_MINE = 'ml-maturity/scorecards/MlModel/default/turnaround-time';
const EVIDENCE = { text: 'Signed by both teams' };

describe('maturity in the production build', () => {
  const state = temporaryFolder();
  let portal;
  let api;

  async function start() {
    portal = await startPortal({
      database: state.folder,
      settings: HANDOVER,
      log: 'test-maturity.log',
    });
    api = await guestClient(portal.address);
  }

  const cardOf = rubric => api.request(`${MODEL}?rubric=${rubric}`);
  const resultOf = (card, checkId) =>
    card.results.find(result => result.checkId === checkId);
  const rollup = () =>
    api.request('ml-maturity/rollups?by=owner&measure=level&rubric=handover');
  const teamOf = ({ nodes }) =>
    nodes.find(({ id }) => id === 'group:default/disruption-forecasting');
  const attest = (checkId, body, { model = MODEL, rubric = 'handover' } = {}) =>
    api.request(`${model}/checks/${checkId}/attestation?rubric=${rubric}`, {
      method: 'PUT',
      body: JSON.stringify(body),
    });
  const eventsOf = async checkId =>
    (await api.request(`${MODEL}/history?rubric=handover`)).events.filter(
      event => event.checkId === checkId,
    );

  /** What the audit log says of a check, in the order in which it was written. */
  const audited = checkId =>
    readFileSync(portal.log, 'utf8')
      .split('\n')
      .filter(line => line.includes('"isAuditEvent":true'))
      .map(line => JSON.parse(line))
      .filter(
        ({ eventId, meta }) =>
          eventId === 'attestation-give' && meta.checkId === checkId,
      );

  before(async () => {
    await start();
    await examplesAreRead(api);
    // Which groups a user is in is known from the sign-in on.
    api = await guestClient(portal.address);
    await evaluate(api, [
      'mlmodel:default/crew-fatigue',
      'mlmodel:default/turnaround-time',
    ]);
  });

  after(async () => {
    await portal?.stop();
    state.remove();
  });

  it('shows an answer at once in result, score and rollup, in history and in the audit log', async () => {
    const [card, { total }] = await Promise.all([cardOf('handover'), rollup()]);
    assert.equal(resultOf(card, 'met').status, 'unknown');
    assert.deepEqual(
      [card.scorecard.score.passed, card.scorecard.score.total],
      [0, 3],
    );
    assert.deepEqual([total.models, total.levels], [1, [1, 0]]);

    const answer = await attest('met', { answer: 'yes', previousId: null });
    assert.equal(answer.author, 'user:default/guest');

    const [after_, after_rollup] = await Promise.all([
      cardOf('handover'),
      rollup(),
    ]);
    const met = resultOf(after_, 'met');
    assert.deepEqual([met.status, met.method], ['pass', 'attested']);
    assert.match(met.reason, /^Answered yes by guest on /);
    assert.equal(after_.scorecard.score.value, 1 / 3);
    assert.equal(after_.scorecard.level, 0);
    assert.equal(after_rollup.total.score, 1 / 3);
    assert.equal(teamOf(after_rollup).score, 1 / 3);
    assert.equal(teamOf(after_rollup).counts.pass, 1);

    const [event] = await eventsOf('met');
    assert.deepEqual(
      [event.from, event.to, event.cause],
      ['unknown', 'pass', 'attestation'],
    );
    assert.deepEqual(
      audited('met').map(({ status, actor }) => [status, actor.actorId]),
      [
        ['initiated', 'user:default/guest'],
        ['succeeded', 'user:default/guest'],
      ],
    );
  });

  it('moves the score of the default rubric by the weight of the check', async () => {
    const before_ = (await cardOf('mlops')).scorecard.score;
    await attest(
      'infrastructure-required',
      {
        answer: 'yes',
        fields: { compute: 'Two CPUs', latency: 200, availability: 99 },
      },
      { rubric: 'mlops' },
    );
    const { score } = (await cardOf('mlops')).scorecard;
    assert.deepEqual(
      [score.passed, score.total],
      [before_.passed + 0.5, before_.total],
    );
  });

  it('refuses whoever does not own the model', async () => {
    const { scorecard } = await api.request(NOT_MINE);
    await assert.rejects(
      attest(
        'features-addable',
        { answer: 'yes', fields: { leadTime: 'P1D' } },
        { model: NOT_MINE, rubric: 'mlops' },
      ),
      /answered 403: .*owned by group:default\/airport-flow/,
    );
    assert.deepEqual((await api.request(NOT_MINE)).scorecard, scorecard);
  });

  for (const [what, checkId, body, refusal] of [
    ['an unknown check', 'cheered', { answer: 'yes' }, /404: .*\\"cheered\\"/],
    [
      'a date that is past',
      'signed',
      { answer: 'yes', evidence: EVIDENCE, expiresAt: '2020-01-01T00:00:00Z' },
      /400: .*expiresAt: expected a time in the future, was .*2020-01-01/,
    ],
    [
      'evidence that is a script',
      'signed',
      {
        answer: 'yes',
        // eslint-disable-next-line no-script-url
        evidence: { url: 'javascript:alert(document.domain)' },
      },
      /400: .*evidence\.url: expected an http or https URL/,
    ],
    [
      'an answer without the evidence that it needs',
      'signed',
      { answer: 'yes' },
      /400: .*evidence: /,
    ],
    [
      'a field of another type',
      'rehearsed',
      { answer: 'yes', fields: { hours: 'eight' } },
      /400: .*fields\.hours: .*eight/,
    ],
  ]) {
    it(`refuses ${what}, and nothing changes`, async () => {
      const before_ = await cardOf('handover');
      await assert.rejects(attest(checkId, body), refusal);
      const after_ = await cardOf('handover');
      assert.deepEqual(after_.results, before_.results);
    });
  }

  it('lets one of two who answer at once win, and shows the other what was said', async () => {
    const answerOf = hours =>
      attest('rehearsed', {
        answer: 'yes',
        fields: { hours },
        previousId: null,
      });
    const outcomes = await Promise.allSettled([answerOf(6), answerOf(8)]);
    const won = outcomes.filter(({ status }) => status === 'fulfilled');
    const lost = outcomes.filter(({ status }) => status === 'rejected');
    assert.deepEqual([won.length, lost.length], [1, 1]);
    assert.match(lost[0].reason.message, /answered 409: /);

    const seen = async () =>
      (await api.request(`${MODEL}/checks/rehearsed?rubric=handover`))
        .attestations;
    const [first, ...none] = await seen();
    assert.deepEqual([first.id, none], [won[0].value.id, []]);

    const later = await attest('rehearsed', {
      answer: 'yes',
      fields: { hours: 10 },
      previousId: first.id,
    });
    assert.deepEqual(
      (await seen()).map(({ id, current }) => [id, current]),
      [
        [later.id, true],
        [first.id, false],
      ],
    );
  });

  it('keeps an answer although the backend is killed right after it', async () => {
    const answer = await attest('signed', {
      answer: 'yes',
      evidence: EVIDENCE,
      previousId: null,
    });
    // Without a chance to write anything down.
    process.kill(portal.child.pid, 'SIGKILL');
    await portal.child.exited;
    assert.deepEqual(
      audited('signed')
        .slice(-2)
        .map(({ status }) => status),
      ['initiated', 'succeeded'],
    );

    await start();
    const card = await cardOf('handover');
    const signed = resultOf(card, 'signed');
    assert.deepEqual(
      [signed.status, signed.attestation.id],
      ['pass', answer.id],
    );
    assert.deepEqual(
      [card.scorecard.level, card.scorecard.score.value],
      [1, 1],
    );
    assert.deepEqual((await rollup()).total.levels, [0, 1]);
    const { attestations } = await api.request(
      `${MODEL}/checks/signed?rubric=handover`,
    );
    assert.deepEqual(attestations[0].evidence, EVIDENCE);
    const { events } = await api.request(`${MODEL}/history?rubric=handover`);
    assert.deepEqual(
      events.slice(0, 2).map(({ checkId, from, to }) => [checkId, from, to]),
      [
        [undefined, '0', '1'],
        ['signed', 'unknown', 'pass'],
      ],
    );
  });
});
