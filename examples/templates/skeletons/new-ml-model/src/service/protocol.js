import { problemOf } from '../data/checkData.js';

/** @typedef {import('../config.js').Column} Column */
/** @typedef {import('../data/parseCsv.js').Row} Row */

const MOST_ROWS = 1000;
const NUMBERS = /^(FP|U?INT)\d+$/;

/** A request that cannot be answered. */
export class RequestError extends Error {}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Rows of a request of the Open Inference Protocol, version 2: one tensor for
 * each column, all of one length.
 *
 * @param {unknown} body
 * @param {readonly string[]} inputs
 * @param {Record<string, Column>} columns
 * @returns {Row[]}
 */
export function readRows(body, inputs, columns) {
  if (!isObject(body) || !Array.isArray(body.inputs)) {
    throw new RequestError('inputs: expected a list of tensors');
  }
  /** @type {Map<string, unknown[]>} */
  const tensors = new Map();
  for (const tensor of body.inputs) {
    if (!isObject(tensor) || !Array.isArray(tensor.data)) {
      throw new RequestError('inputs: expected tensors with name and data');
    }
    const name = String(tensor.name);
    if (!inputs.includes(name)) continue;
    if (!NUMBERS.test(String(tensor.datatype))) {
      throw new RequestError(
        `${name}.datatype: expected a number such as FP64, was ${tensor.datatype}`,
      );
    }
    tensors.set(name, tensor.data.flat());
  }
  const lengths = inputs.map(name => tensors.get(name)?.length ?? 0);
  const [count] = lengths;
  inputs.forEach((name, i) => {
    if (lengths[i] === count && count > 0 && count <= MOST_ROWS) return;
    const wanted =
      count > 0 && count <= MOST_ROWS ? count : `1 to ${MOST_ROWS}`;
    throw new RequestError(
      `${name}: expected ${wanted} values, was ${lengths[i]}`,
    );
  });
  return Array.from({ length: count }, (_, i) => {
    /** @type {Row} */
    const row = {};
    for (const name of inputs) {
      const value = tensors.get(name)?.[i];
      const problem = problemOf(`${name}[${i}]`, value, columns[name]);
      if (problem) throw new RequestError(problem);
      row[name] = /** @type {number} */ (value);
    }
    return row;
  });
}

/**
 * @param {import('../model/Model.js').Model} model
 * @param {string} id
 * @param {readonly number[]} scores
 */
export const toResponse = (model, id, scores) => ({
  model_name: model.name,
  model_version: model.version,
  id,
  outputs: [
    {
      name: 'score',
      datatype: 'FP64',
      shape: [scores.length],
      data: scores,
    },
    {
      name: 'prediction',
      datatype: model.classifies ? 'BOOL' : 'FP64',
      shape: [scores.length],
      data: scores.map(score => model.decide(score)),
    },
  ],
});

/**
 * @param {import('../model/Model.js').Model} model
 * @param {Record<string, Column>} columns
 */
export const toMetadata = (model, columns) => ({
  name: model.name,
  versions: [model.version],
  platform: 'nodejs',
  inputs: model.inputs.map(name => ({
    name,
    datatype: columns[name].type === 'integer' ? 'INT64' : 'FP64',
    shape: [-1],
  })),
  outputs: [
    { name: 'score', datatype: 'FP64', shape: [-1] },
    {
      name: 'prediction',
      datatype: model.classifies ? 'BOOL' : 'FP64',
      shape: [-1],
    },
  ],
});
