import { seasonOf } from '../model/features.js';
import { FIGURES } from './metrics.js';

/** @typedef {import('../data/parseCsv.js').Row} Row */

/**
 * @typedef {object} Metric
 * @property {string} name
 * @property {number} value
 * @property {number} baseline
 * @property {string} dataset
 * @property {string} [slice]
 * @property {number} rows
 */

const DIGITS = 4;

/** @param {number} value */
const rounded = value => Number(value.toFixed(DIGITS));

/**
 * Figures of a model on data that it has not seen, for all of it and for each
 * season, with those of the baseline beside them.
 *
 * @param {object} options
 * @param {import('../config.js').Config} options.config
 * @param {(rows: readonly Row[]) => number[]} options.score
 * @param {(rows: readonly Row[]) => number[]} options.baseline
 * @param {readonly Row[]} options.rows
 * @param {string} options.dataset
 * @returns {Metric[]}
 */
export function evaluate({ config, score, baseline, rows, dataset }) {
  /** @param {readonly Row[]} part @param {string[]} names @param {string} [slice] */
  const figures = (part, names, slice) => {
    const truths = part.map(row => Number(row[config.target]));
    const own = score(part);
    const simple = baseline(part);
    return names.map(name => {
      const figure = FIGURES[config.task][name];
      return {
        name,
        value: rounded(figure(own, truths)),
        baseline: rounded(figure(simple, truths)),
        dataset,
        ...(slice ? { slice: `season=${slice}` } : {}),
        rows: part.length,
      };
    });
  };
  return [
    ...figures(rows, Object.keys(FIGURES[config.task])),
    ...[...groupBySeason(rows)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([season, part]) =>
        figures(part, [config.primaryMetric], season),
      ),
  ];
}

/** @param {readonly Row[]} rows */
function groupBySeason(rows) {
  /** @type {Map<string, Row[]>} */
  const groups = new Map();
  for (const row of rows) {
    const season = seasonOf(row);
    groups.set(season, [...(groups.get(season) ?? []), row]);
  }
  return groups;
}

/**
 * What answers without a model: a column of today, or what was usual.
 *
 * @param {import('../config.js').Config} config
 * @param {readonly Row[]} training
 * @returns {(rows: readonly Row[]) => number[]}
 */
export function baselineOf({ baseline, target }, training) {
  if (baseline) return rows => rows.map(row => Number(row[baseline]));
  const usual =
    training.reduce((sum, row) => sum + Number(row[target]), 0) /
    training.length;
  return rows => rows.map(() => usual);
}
