import {
  fitLogisticRegression,
  type SparseRows,
} from './fitLogisticRegression';
import { sigmoid } from './score';

/** Rows of an intercept and one number. */
function rowsOf(numbers: number[]): SparseRows {
  return {
    rows: numbers.length,
    width: 2,
    entriesPerRow: 2,
    columns: Uint16Array.from(numbers.flatMap(() => [0, 1])),
    values: Float64Array.from(numbers.flatMap(number => [1, number])),
  };
}

describe('fitLogisticRegression', () => {
  it('meets the log odds of two groups exactly', () => {
    // Group 0: 1 of 4, group 1: 3 of 4; so ln(1/3) and ln(3) - ln(1/3).
    const { coefficients } = fitLogisticRegression(
      rowsOf([0, 0, 0, 0, 1, 1, 1, 1]),
      [1, 0, 0, 0, 1, 1, 1, 0],
      0,
    );
    expect(coefficients[0]).toBeCloseTo(-Math.log(3), 9);
    expect(coefficients[1]).toBeCloseTo(2 * Math.log(3), 9);
  });

  it('ends where the penalised likelihood is level', () => {
    const numbers = [-2, -1, -0.5, 0, 0.3, 1, 1.5, 2];
    const labels = [0, 0, 1, 0, 1, 0, 1, 1];
    const l2 = 0.7;
    const { coefficients } = fitLogisticRegression(rowsOf(numbers), labels, l2);
    const residuals = numbers.map(
      (x, i) => labels[i] - sigmoid(coefficients[0] + coefficients[1] * x),
    );
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
    expect(sum(residuals)).toBeCloseTo(0, 9);
    expect(sum(residuals.map((r, i) => r * numbers[i]))).toBeCloseTo(
      l2 * coefficients[1],
      9,
    );
  });

  it('says what is wrong with columns that repeat each other', () => {
    const twice: SparseRows = {
      rows: 4,
      width: 3,
      entriesPerRow: 3,
      columns: Uint16Array.from([0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2]),
      values: Float64Array.from([1, 0, 0, 1, 0, 0, 1, 1, 1, 1, 1, 1]),
    };
    expect(() => fitLogisticRegression(twice, [0, 1, 0, 1], 0)).toThrow(
      'a penalty above 0 tells them apart',
    );
  });
});
