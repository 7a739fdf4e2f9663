import { gain } from './metrics.js';

/** @typedef {import('./evaluate.js').Metric} Metric */

/**
 * @typedef {object} Check
 * @property {string} title
 * @property {boolean} passed
 * @property {string} found
 */

/** @param {number} value */
const shown = value => Number(value.toFixed(4)).toString();

/**
 * Whether a version may be released. Every check must pass; a figure that is
 * not there is no pass.
 *
 * @param {object} options
 * @param {import('../config.js').Config} options.config
 * @param {Metric[]} options.candidate
 * @param {Metric[]} [options.newest] Figures of the newest version on the same data.
 * @param {readonly number[]} options.scores
 * @returns {Check[]}
 */
export function checkGate({ config, candidate, newest, scores }) {
  const { primaryMetric: name, gate } = config;
  /** @param {Metric[]} metrics */
  const primary = metrics => metrics.find(m => m.name === name && !m.slice);
  const own = primary(candidate);
  const ownGain = own ? gain(name, own.value, own.baseline) : NaN;
  const slices = candidate.filter(m => m.slice);
  const worst = Math.min(
    ...slices.map(({ value, baseline }) => gain(name, value, baseline)),
  );
  const before = newest && primary(newest);
  const change = own && before ? gain(name, own.value, before.value) : NaN;
  return [
    {
      title: 'Every answer is a number',
      passed: scores.length > 0 && scores.every(Number.isFinite),
      found: `${scores.filter(Number.isFinite).length} of ${scores.length}`,
    },
    {
      title: `At least ${gate.leastRows} rows judge it`,
      passed: scores.length >= gate.leastRows,
      found: `${scores.length}`,
    },
    {
      title: `${name} is better than the baseline by ${gate.leastGain}`,
      passed: ownGain >= gate.leastGain,
      found: shown(ownGain),
    },
    {
      title: `${name} of no season is worse than the baseline by more than ${gate.sliceTolerance}`,
      passed: slices.length > 0 && worst >= -gate.sliceTolerance,
      found: shown(worst),
    },
    ...(newest
      ? [
          {
            title: `${name} is not worse than that of the newest version by more than ${gate.versionTolerance}`,
            passed: change >= -gate.versionTolerance,
            found: shown(change),
          },
        ]
      : []),
  ];
}
