import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../src/config.js';
import { checkGate } from '../src/evaluation/gate.js';
import { FIGURES, gain, rocAuc } from '../src/evaluation/metrics.js';

test('figures of a classification are what the formulas give by hand', () => {
  const { log_loss: loss, brier, accuracy } = FIGURES['tabular-classification'];
  const scores = [0.9, 0.2, 0.4];
  const truths = [1, 0, 1];
  assert.equal(rocAuc(scores, truths), 1);
  // Of the pairs (0.5 over 0.2) and (0.5 equal to 0.5) one and a half are right.
  assert.equal(rocAuc([0.5, 0.2, 0.5], [1, 0, 0]), 0.75);
  assert.equal(
    loss(scores, truths),
    -(Math.log(0.9) + Math.log(0.8) + Math.log(0.4)) / 3,
  );
  assert.ok(Math.abs(brier(scores, truths) - 0.41 / 3) < 1e-12);
  assert.equal(accuracy(scores, truths), 2 / 3);
});

test('figures of a regression are what the formulas give by hand', () => {
  const { mae, rmse, r2 } = FIGURES['tabular-regression'];
  assert.equal(mae([1, 4], [2, 2]), 1.5);
  assert.equal(rmse([1, 4], [2, 2]), Math.sqrt(2.5));
  assert.equal(r2([1, 2, 3], [1, 2, 4]), 1 - 1 / (14 / 3));
});

test('a gain is above zero where the figure is better', () => {
  assert.ok(gain('roc_auc', 0.8, 0.7) > 0);
  assert.ok(gain('rmse', 2, 3) > 0);
});

/** @param {number} value @param {number} baseline @param {string} [slice] */
const figure = (value, baseline, slice) => ({
  name: 'roc_auc',
  value,
  baseline,
  dataset: 'held out',
  rows: 500,
  ...(slice ? { slice } : {}),
});
const config = {
  ...readConfig(),
  primaryMetric: 'roc_auc',
  gate: {
    leastRows: 100,
    leastGain: 0.1,
    sliceTolerance: 0.02,
    versionTolerance: 0.005,
  },
};
const scores = new Array(500).fill(0.5);
const good = [figure(0.75, 0.5), figure(0.7, 0.5, 'season=winter')];

/** @param {Partial<Parameters<typeof checkGate>[0]>} change */
const failures = change =>
  checkGate({ config, candidate: good, scores, ...change })
    .filter(check => !check.passed)
    .map(check => check.title);

test('a better version passes the gate', () => {
  assert.deepEqual(failures({}), []);
  assert.deepEqual(failures({ newest: [figure(0.754, 0.5)] }), []);
});

test('the gate stays shut for each reason alone', () => {
  assert.match(failures({ scores: [...scores, NaN] })[0], /is a number/);
  assert.match(failures({ scores: scores.slice(0, 99) })[0], /rows judge/);
  assert.match(
    failures({ candidate: [figure(0.59, 0.5), good[1]] })[0],
    /better than the baseline/,
  );
  assert.match(
    failures({ candidate: [good[0], figure(0.47, 0.5, 'season=winter')] })[0],
    /no season is worse/,
  );
  assert.match(failures({ newest: [figure(0.76, 0.5)] })[0], /newest version/);
});

test('what was not measured is no pass', () => {
  assert.equal(failures({ candidate: [], scores: [] }).length, 4);
  assert.match(failures({ newest: [] })[0], /newest version/);
});
