/** @typedef {import('../config.js').Column} Column */
/** @typedef {import('../config.js').Schema} Schema */
/** @typedef {import('./parseCsv.js').Row} Row */

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @param {Column} column */
function expected({ type, min, max }) {
  if (type === 'date') return 'a day such as 2026-03-01';
  if (type === 'boolean') return 'true or false';
  const kind = type === 'integer' ? 'a whole number' : 'a number';
  const least = min === undefined ? '' : ` from ${min}`;
  const most = max === undefined ? '' : ` to ${max}`;
  return `${kind}${least}${most}`;
}

/**
 * @param {unknown} value
 * @param {Column} column
 */
function fits(value, { type, min = -Infinity, max = Infinity }) {
  if (type === 'date') {
    return typeof value === 'string' && DAY.test(value) && !!Date.parse(value);
  }
  if (type === 'boolean') return typeof value === 'boolean';
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return (
    value >= min && value <= max && (type !== 'integer' || value % 1 === 0)
  );
}

/**
 * What is wrong with a value, or undefined.
 *
 * @param {string} name
 * @param {unknown} value
 * @param {Column} column
 */
export function problemOf(name, value, column) {
  if (fits(value, column)) return undefined;
  const was = value === undefined ? 'nothing' : JSON.stringify(value);
  return `${name}: expected ${expected(column)}, was ${was}`;
}

/**
 * What is wrong with the data of a training run; nothing may be trained on
 * data that has problems.
 *
 * @param {readonly Row[]} rows
 * @param {Schema} schema
 * @returns {string[]}
 */
export function checkData(rows, { columns, key, leastRows }) {
  const problems = rows.flatMap((row, i) =>
    Object.entries(columns).flatMap(([name, column]) => {
      const problem = problemOf(name, row[name], column);
      return problem ? [`row ${i + 1}, ${problem}`] : [];
    }),
  );
  rows.forEach((row, i) => {
    if (i > 0 && !(rows[i - 1][key] < row[key])) {
      problems.push(
        `row ${i + 1}, ${key}: expected to come after ${
          rows[i - 1][key]
        }, was ${row[key]}`,
      );
    }
  });
  if (rows.length < leastRows) {
    problems.push(`expected at least ${leastRows} rows, was ${rows.length}`);
  }
  return problems;
}
