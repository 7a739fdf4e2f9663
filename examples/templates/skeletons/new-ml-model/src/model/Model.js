import { buildFeatures, inputsOf } from './features.js';
import { dot, sigmoid } from './fit.js';

/** @typedef {import('../data/parseCsv.js').Row} Row */
/** @typedef {import('../evaluation/evaluate.js').Metric} Metric */

/**
 * @typedef {object} Artefact What a training run makes, in one JSON file.
 * @property {string} name
 * @property {string} [version] Given when it is released.
 * @property {string} [createdAt]
 * @property {import('./fit.js').Task} task
 * @property {string} target
 * @property {string[]} features
 * @property {import('./fit.js').Fit} fit
 * @property {number} [decisionThreshold]
 * @property {{ penalty: number, search: string }} hyperparameters
 * @property {{ id: string, rows: number, from: string, to: string, dataSha256: string }} run
 * @property {Metric[]} metrics
 */

/** A trained model that answers. */
export class Model {
  /** @type {Artefact} */
  #artefact;

  /** @param {Artefact} artefact */
  constructor(artefact) {
    this.#artefact = artefact;
  }

  get name() {
    return this.#artefact.name;
  }

  get version() {
    return this.#artefact.version ?? 'candidate';
  }

  get classifies() {
    return this.#artefact.task === 'tabular-classification';
  }

  /** Columns that a request must give. */
  get inputs() {
    return inputsOf(this.#artefact.features);
  }

  /**
   * For a classification the probability, else the number.
   *
   * @param {readonly Row[]} rows
   */
  score(rows) {
    const { features, fit } = this.#artefact;
    return buildFeatures(rows, features).map(row => {
      const scaled = row.map(
        (value, i) => (value - fit.means[i]) / fit.scales[i],
      );
      const z = fit.intercept + dot(scaled, fit.weights);
      return this.classifies ? sigmoid(z) : z;
    });
  }

  /** @param {number} score */
  decide(score) {
    const { decisionThreshold = 0.5 } = this.#artefact;
    return this.classifies ? score >= decisionThreshold : score;
  }
}
