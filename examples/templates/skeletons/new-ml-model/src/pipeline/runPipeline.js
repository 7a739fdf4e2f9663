import { createHash } from 'node:crypto';
import { baselineOf, evaluate } from '../evaluation/evaluate.js';
import { checkGate } from '../evaluation/gate.js';
import { logLoss, meanSquare } from '../evaluation/metrics.js';
import { Model } from '../model/Model.js';
import { buildFeatures } from '../model/features.js';
import { fit } from '../model/fit.js';

/** @typedef {import('../config.js').Config} Config */
/** @typedef {import('../data/parseCsv.js').Row} Row */
/** @typedef {import('../model/Model.js').Artefact} Artefact */

/** @param {number} value */
const rounded = value => Number(value.toPrecision(9));

/** @param {import('../model/fit.js').Fit} fitted */
const roundedFit = ({ means, scales, intercept, weights }) => ({
  means: means.map(rounded),
  scales: scales.map(rounded),
  intercept: rounded(intercept),
  weights: weights.map(rounded),
});

/**
 * @param {readonly Row[]} rows
 * @param {Config} config
 */
function split(rows, { validationFrom, evaluationFrom }) {
  return {
    fitting: rows.filter(({ date }) => date < validationFrom),
    validation: rows.filter(
      ({ date }) => date >= validationFrom && date < evaluationFrom,
    ),
    training: rows.filter(({ date }) => date < evaluationFrom),
    // The last day before it knows a target that lies in it, but no feature.
    evaluation: rows.filter(({ date }) => date >= evaluationFrom),
  };
}

/**
 * @param {readonly Row[]} rows
 * @param {Config} config
 * @param {number} penalty
 */
const train = (rows, { features, target, task }, penalty) =>
  fit(
    buildFeatures(rows, features),
    rows.map(row => Number(row[target])),
    { task, penalty },
  );

/**
 * Trains a version, measures it on data that it has not seen, and checks
 * whether it may be released.
 *
 * @param {object} options
 * @param {Config} options.config
 * @param {readonly Row[]} options.rows Checked already.
 * @param {string} options.sha256 Of the data.
 * @param {Artefact} [options.newest] The newest version that was released.
 */
export function runPipeline({ config, rows, sha256, newest }) {
  const { fitting, validation, training, evaluation } = split(rows, config);
  /** @param {import('../model/fit.js').Fit} fitted @returns {Artefact} */
  const artefactOf = fitted => ({
    name: config.name,
    task: config.task,
    target: config.target,
    features: config.features,
    fit: fitted,
    hyperparameters: { penalty: 0, search: '' },
    run: { id: '', rows: 0, from: '', to: '', dataSha256: sha256 },
    metrics: [],
  });

  const loss = config.task === 'tabular-classification' ? logLoss : meanSquare;
  const truths = validation.map(row => Number(row[config.target]));
  const [best] = config.penalties
    .map(penalty => {
      const model = new Model(artefactOf(train(fitting, config, penalty)));
      return { penalty, loss: loss(model.score(validation), truths) };
    })
    .sort((a, b) => a.loss - b.loss);

  const artefact = artefactOf(
    roundedFit(train(training, config, best.penalty)),
  );
  artefact.hyperparameters = {
    penalty: best.penalty,
    search: `penalty among ${config.penalties.join(', ')} on ${
      validation[0].date
    } to ${validation[validation.length - 1].date}`,
  };
  artefact.run = {
    id: createHash('sha256')
      .update(JSON.stringify([sha256, config.features, config.penalties]))
      .digest('hex')
      .slice(0, 12),
    rows: training.length,
    from: String(training[0].date),
    to: String(training[training.length - 1].date),
    dataSha256: sha256,
  };

  const measured = {
    config,
    baseline: baselineOf(config, training),
    rows: evaluation,
    dataset: `${evaluation[0].date} to ${
      evaluation[evaluation.length - 1].date
    }`,
  };
  /** @param {Artefact} one */
  const metricsOf = one => {
    const model = new Model(one);
    return evaluate({ ...measured, score: part => model.score(part) });
  };
  artefact.metrics = metricsOf(artefact);
  const checks = checkGate({
    config,
    candidate: artefact.metrics,
    newest: newest && metricsOf(newest),
    scores: new Model(artefact).score(evaluation),
  });
  return { artefact, checks, passed: checks.every(check => check.passed) };
}
