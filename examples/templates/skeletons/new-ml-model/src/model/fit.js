import { solve } from './solve.js';

/** @typedef {'tabular-classification' | 'tabular-regression'} Task */

/**
 * @typedef {object} Fit
 * @property {number[]} means
 * @property {number[]} scales
 * @property {number} intercept
 * @property {number[]} weights Of the standardised features.
 */

const MOST_STEPS = 50;
const CLOSE = 1e-10;

/** @param {number} z */
export const sigmoid = z =>
  z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));

/**
 * @param {readonly number[]} row
 * @param {readonly number[]} weights
 */
export const dot = (row, weights) =>
  row.reduce((sum, value, i) => sum + value * weights[i], 0);

/** @param {readonly (readonly number[])[]} rows */
function standardise(rows) {
  const columns = rows[0].map((_, i) => rows.map(row => row[i]));
  const means = columns.map(
    column => column.reduce((sum, value) => sum + value, 0) / column.length,
  );
  const scales = columns.map((column, i) => {
    const variance =
      column.reduce((sum, value) => sum + (value - means[i]) ** 2, 0) /
      column.length;
    // A feature that never changes says nothing, and is not divided by zero.
    return Math.sqrt(variance) || 1;
  });
  return { means, scales };
}

/**
 * Fits ridge regression: linear for numbers, logistic for yes and no, by
 * Newton's method, which needs one step where the model is linear.
 *
 * @param {readonly (readonly number[])[]} rows
 * @param {readonly number[]} targets 0 or 1 for a classification.
 * @param {{ task: Task, penalty: number }} options
 * @returns {Fit}
 */
export function fit(rows, targets, { task, penalty }) {
  const { means, scales } = standardise(rows);
  const inputs = rows.map(row => [
    1,
    ...row.map((value, i) => (value - means[i]) / scales[i]),
  ]);
  const width = inputs[0].length;
  const logistic = task === 'tabular-classification';
  let weights = new Array(width).fill(0);
  for (let step = 0; step < MOST_STEPS; step++) {
    const gradient = weights.map((weight, i) =>
      i === 0 ? 0 : -penalty * weight,
    );
    const hessian = weights.map((_, i) =>
      weights.map((__, j) => (i === j && i > 0 ? penalty : 0)),
    );
    inputs.forEach((row, n) => {
      const z = dot(row, weights);
      const mean = logistic ? sigmoid(z) : z;
      const curve = logistic ? Math.max(mean * (1 - mean), 1e-9) : 1;
      for (let i = 0; i < width; i++) {
        gradient[i] += row[i] * (targets[n] - mean);
        for (let j = 0; j <= i; j++) hessian[i][j] += curve * row[i] * row[j];
      }
    });
    for (let i = 0; i < width; i++) {
      for (let j = i + 1; j < width; j++) hessian[i][j] = hessian[j][i];
    }
    const change = solve(hessian, gradient);
    weights = weights.map((weight, i) => weight + change[i]);
    if (Math.max(...change.map(Math.abs)) < CLOSE) break;
  }
  const [intercept, ...rest] = weights;
  return { means, scales, intercept, weights: rest };
}
