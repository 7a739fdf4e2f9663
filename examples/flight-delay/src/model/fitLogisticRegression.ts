import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { Design } from './Design.ts';
import { sigmoid } from './score.ts';

/** The shape of a design matrix that a fit needs. */
export type SparseRows = Pick<
  Design,
  'rows' | 'width' | 'columns' | 'values' | 'entriesPerRow'
>;

/** How a fit ended. */
export interface LogisticFit {
  coefficients: number[];
  iterations: number;
}

const MAX_ITERATIONS = 50;
const TOLERANCE = 1e-9;

/** Solves for a symmetric matrix of which the lower half is given. */
function solve(
  lower: Float64Array,
  right: Float64Array,
  width: number,
): number[] {
  const matrix = new Matrix(width, width);
  for (let row = 0; row < width; row++) {
    for (let column = 0; column <= row; column++) {
      const value = lower[row * width + column];
      matrix.set(row, column, value);
      matrix.set(column, row, value);
    }
  }
  const cholesky = new CholeskyDecomposition(matrix);
  if (!cholesky.isPositiveDefinite()) {
    throw new Error(
      'Some columns are combinations of others; a penalty above 0 tells them apart',
    );
  }
  return cholesky.solve(Matrix.columnVector([...right])).to1DArray();
}

/**
 * Logistic regression by Newton's method, with the penalty `l2 / 2 * sum of
 * squared coefficients` on all but the intercept (column 0).
 *
 * @remarks
 * `ml-logistic-regression` descends by a fixed number of steps, without a
 * penalty, and stops where it is. Newton's method ends at the one optimum, and
 * sums run in the order of the rows, so the same rows give the same
 * coefficients to the digit.
 */
export function fitLogisticRegression(
  design: SparseRows,
  labels: ArrayLike<number | boolean>,
  l2: number,
): LogisticFit {
  const { rows, width, columns, values, entriesPerRow } = design;
  const coefficients = new Float64Array(width);

  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
    const gradient = new Float64Array(width);
    const hessian = new Float64Array(width * width);
    for (let row = 0; row < rows; row++) {
      const start = row * entriesPerRow;
      const end = start + entriesPerRow;
      let z = 0;
      for (let i = start; i < end; i++) {
        z += coefficients[columns[i]] * values[i];
      }
      const p = sigmoid(z);
      const residual = Number(labels[row]) - p;
      const weight = p * (1 - p);
      for (let i = start; i < end; i++) {
        gradient[columns[i]] += residual * values[i];
        const offset = columns[i] * width;
        const weighted = weight * values[i];
        for (let j = start; j <= i; j++) {
          hessian[offset + columns[j]] += weighted * values[j];
        }
      }
    }
    for (let column = 1; column < width; column++) {
      gradient[column] -= l2 * coefficients[column];
      hessian[column * width + column] += l2;
    }

    const step = solve(hessian, gradient, width);
    let largest = 0;
    for (let column = 0; column < width; column++) {
      coefficients[column] += step[column];
      largest = Math.max(largest, Math.abs(step[column]));
    }
    if (largest < TOLERANCE) {
      return { coefficients: [...coefficients], iterations: iteration };
    }
  }
  throw new Error(
    `The logistic regression did not converge in ${MAX_ITERATIONS} iterations`,
  );
}
