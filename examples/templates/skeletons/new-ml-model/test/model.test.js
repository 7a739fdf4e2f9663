import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fit, sigmoid } from '../src/model/fit.js';
import { inputsOf, seasonOf } from '../src/model/features.js';

/** @param {number} value @param {number} expected */
const near = (value, expected) =>
  assert.ok(Math.abs(value - expected) < 1e-6, `${value} is not ${expected}`);

test('a line is found again', () => {
  const xs = [1, 2, 3, 4];
  const { intercept, weights, means, scales } = fit(
    xs.map(x => [x]),
    xs.map(x => 2 * x + 1),
    { task: 'tabular-regression', penalty: 0 },
  );
  near(weights[0] / scales[0], 2);
  near(intercept - (weights[0] * means[0]) / scales[0], 1);
});

test('a logistic model gives the share of yes in each group', () => {
  // One of four and three of four: log-odds of -ln 3 and ln 3.
  const rows = [0, 0, 0, 0, 1, 1, 1, 1].map(x => [x]);
  const { intercept, weights, means, scales } = fit(
    rows,
    [1, 0, 0, 0, 1, 1, 1, 0],
    { task: 'tabular-classification', penalty: 0 },
  );
  /** @param {number} x */
  const p = x => sigmoid(intercept + (weights[0] * (x - means[0])) / scales[0]);
  near(p(0), 1 / 4);
  near(p(1), 3 / 4);
});

test('a penalty draws weights to nothing, and a constant feature does no harm', () => {
  /** @param {number} penalty */
  const weightOf = penalty =>
    fit(
      [
        [0, 7],
        [1, 7],
      ],
      [0, 1],
      { task: 'tabular-regression', penalty },
    ).weights;
  assert.ok(Math.abs(weightOf(1e6)[0]) < 1e-5);
  assert.equal(weightOf(1)[1], 0);
});

test('sigmoid stays finite far out', () => {
  assert.equal(sigmoid(-1000), 0);
  assert.equal(sigmoid(1000), 1);
});

test('features name their columns, and a wrong name is refused', () => {
  assert.deepEqual(inputsOf(['temp_range', 'temp_max']), [
    'temp_max',
    'temp_min',
  ]);
  assert.throws(
    () => inputsOf(['humidity']),
    /expected one of .* was humidity/,
  );
});

test('seasons begin in December', () => {
  const days = { 335: 'winter', 1: 'winter', 60: 'winter', 100: 'spring' };
  for (const [day, season] of Object.entries(days)) {
    assert.equal(seasonOf({ day_of_year: Number(day) }), season);
  }
  assert.equal(seasonOf({ day_of_year: 196 }), 'summer');
  assert.equal(seasonOf({ day_of_year: 290 }), 'autumn');
});
