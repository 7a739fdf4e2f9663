/**
 * Solves a symmetric positive definite system by Cholesky's decomposition.
 *
 * @param {readonly (readonly number[])[]} matrix
 * @param {readonly number[]} right
 * @returns {number[]}
 */
export function solve(matrix, right) {
  const n = right.length;
  /** @type {number[][]} */
  const lower = matrix.map(() => new Array(n).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
      if (i !== j) lower[i][j] = sum / lower[j][j];
      else if (sum > 0) lower[i][i] = Math.sqrt(sum);
      else
        throw new Error('The features depend on each other: raise the penalty');
    }
  }
  /** @type {number[]} */
  const middle = [];
  for (let i = 0; i < n; i++) {
    let sum = right[i];
    for (let k = 0; k < i; k++) sum -= lower[i][k] * middle[k];
    middle[i] = sum / lower[i][i];
  }
  const result = new Array(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = middle[i];
    for (let k = i + 1; k < n; k++) sum -= lower[k][i] * result[k];
    result[i] = sum / lower[i][i];
  }
  return result;
}
