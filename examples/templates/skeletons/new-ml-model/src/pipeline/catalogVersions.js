import { Model } from '../model/Model.js';

/** @typedef {import('../config.js').Schema} Schema */
/** @typedef {import('../model/Model.js').Artefact} Artefact */

/** @typedef {Record<string, string>} Aliases Version by alias. */

const MOST_VERSIONS = 20;

/** A text in double quotes, which YAML reads like JSON. */
const quoted = JSON.stringify;

const TYPES = {
  number: 'double',
  integer: 'integer',
  boolean: 'boolean',
  date: 'date',
};

/**
 * @param {Artefact} artefact
 * @param {Schema} schema
 * @param {Aliases} aliases
 */
function linesOf(artefact, { columns }, aliases) {
  const { hyperparameters, metrics, run } = artefact;
  const model = new Model(artefact);
  const own = Object.keys(aliases).filter(
    alias => aliases[alias] === model.version,
  );
  const decided = model.classifies ? 'boolean' : 'double';
  return [
    `- version: ${quoted(model.version)}`,
    ...(own.length ? [`  aliases: [${own.join(', ')}]`] : []),
    ...(artefact.createdAt
      ? [`  createdAt: ${quoted(artefact.createdAt)}`]
      : []),
    `  description: ${quoted(`From ${artefact.features.join(', ')}`)}`,
    `  source: ${quoted(`model/${model.version}.json`)}`,
    '  run:',
    `    id: ${quoted(run.id)}`,
    '  hyperparameters:',
    ...Object.entries(hyperparameters).map(
      ([name, value]) => `    ${name}: ${quoted(value)}`,
    ),
    '  signature:',
    '    inputs:',
    ...model.inputs.map(
      name =>
        `      - { name: ${name}, type: ${
          TYPES[columns[name].type]
        }, required: true }`,
    ),
    '    outputs:',
    '      - { name: score, type: double }',
    `      - { name: prediction, type: ${decided} }`,
    '  metrics:',
    ...metrics.flatMap(({ name, value, baseline, dataset, slice }) => [
      `    - name: ${name}`,
      `      value: ${value}`,
      `      baseline: ${baseline}`,
      `      dataset: ${quoted(dataset)}`,
      ...(slice ? [`      slice: ${quoted(slice)}`] : []),
    ]),
  ];
}

/**
 * `spec.versions` of the model in the catalog, newest first.
 *
 * @param {readonly Artefact[]} versions
 * @param {Schema} schema
 * @param {Aliases} aliases
 */
export const catalogVersions = (versions, schema, aliases) =>
  [
    'versions:',
    ...versions
      // The catalog takes no more; all of them stay in model/.
      .slice(0, MOST_VERSIONS)
      .flatMap(artefact => linesOf(artefact, schema, aliases))
      .map(line => `  ${line}`),
  ]
    .map(line => `  ${line}\n`)
    .join('');

const BEGIN = '  # Versions are written by "npm run release".\n';
const END = '  # End of the versions.\n';

/**
 * The text of catalog-info.yaml with other versions.
 *
 * @param {string} text
 * @param {string} block
 */
export function replaceVersions(text, block) {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) {
    throw new Error(
      `catalog-info.yaml: expected the lines "${BEGIN.trim()}" and "${END.trim()}" around the versions`,
    );
  }
  return text.slice(0, begin + BEGIN.length) + block + text.slice(end);
}
