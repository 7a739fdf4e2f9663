/** @typedef {import('../data/parseCsv.js').Row} Row */

/**
 * @typedef {object} Feature
 * @property {string[]} inputs Columns that it is made from.
 * @property {(row: Row) => number} value
 */

/** @param {Row} row */
const angle = row => (2 * Math.PI * Number(row.day_of_year)) / 365.25;

/**
 * How features are made; the same code serves training and inference.
 *
 * @type {Record<string, Feature>}
 */
export const FEATURES = {
  log_precipitation: {
    inputs: ['precipitation'],
    value: row => Math.log1p(Number(row.precipitation)),
  },
  rained: {
    inputs: ['precipitation'],
    value: row => (Number(row.precipitation) > 0 ? 1 : 0),
  },
  temp_max: { inputs: ['temp_max'], value: row => Number(row.temp_max) },
  temp_range: {
    inputs: ['temp_max', 'temp_min'],
    value: row => Number(row.temp_max) - Number(row.temp_min),
  },
  wind: { inputs: ['wind'], value: row => Number(row.wind) },
  season_sin: { inputs: ['day_of_year'], value: row => Math.sin(angle(row)) },
  season_cos: { inputs: ['day_of_year'], value: row => Math.cos(angle(row)) },
};

/** @param {string} name */
function featureOf(name) {
  if (Object.hasOwn(FEATURES, name)) return FEATURES[name];
  throw new Error(
    `features: expected one of ${Object.keys(FEATURES).join(
      ', ',
    )}, was ${name}`,
  );
}

/**
 * Columns that features are made from, each once.
 *
 * @param {readonly string[]} features
 */
export const inputsOf = features => [
  ...new Set(features.flatMap(name => featureOf(name).inputs)),
];

/**
 * @param {readonly Row[]} rows
 * @param {readonly string[]} features
 */
export const buildFeatures = (rows, features) =>
  rows.map(row => features.map(name => featureOf(name).value(row)));

const SEASONS = ['winter', 'spring', 'summer', 'autumn'];

/**
 * The slice of a row, which quality is told by.
 *
 * @param {Row} row
 */
export const seasonOf = row =>
  SEASONS[Math.floor(((Number(row.day_of_year) + 31) % 366) / 91.5)];
