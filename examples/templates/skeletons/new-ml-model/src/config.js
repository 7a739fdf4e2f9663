import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Column
 * @property {'number' | 'integer' | 'boolean' | 'date'} type
 * @property {number} [min]
 * @property {number} [max]
 *
 * @typedef {object} Schema
 * @property {string} description
 * @property {number} leastRows
 * @property {string} key Column whose values rise, each of them once.
 * @property {Record<string, Column>} columns
 *
 * @typedef {object} Config
 * @property {string} name
 * @property {'tabular-classification' | 'tabular-regression'} task
 * @property {string} target
 * @property {string[]} features
 * @property {string} [baseline] Column that is the answer of the baseline; the mean of the training data without it.
 * @property {number[]} penalties Ridge penalties to choose from.
 * @property {string} validationFrom First day of the data that chooses the penalty.
 * @property {string} evaluationFrom First day of the data that judges, which no step of training sees.
 * @property {string} primaryMetric
 * @property {Gate} gate
 *
 * @typedef {object} Gate
 * @property {number} leastRows
 * @property {number} leastGain Gain over the baseline in the primary metric.
 * @property {number} sliceTolerance How much worse than the baseline a slice may be.
 * @property {number} versionTolerance How much worse than the newest version it may be.
 */

/** @param {string} path */
const readJson = path =>
  JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));

/** @returns {Config} */
export const readConfig = () => readJson('model.config.json');

/** @returns {Schema} */
export const readSchema = () => readJson('data/schema.json');
