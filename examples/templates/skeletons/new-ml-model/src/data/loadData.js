import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { checkData } from './checkData.js';
import { parseCsv } from './parseCsv.js';

/** @typedef {import('../config.js').Schema} Schema */

/**
 * The data of a training run with its fingerprint.
 *
 * @param {string} file
 * @param {Schema} schema
 * @throws Where the data breaks the schema, with the first problems.
 */
export function loadData(file, schema) {
  const text = readFileSync(file, 'utf8');
  const rows = parseCsv(text, schema.columns);
  const problems = checkData(rows, schema);
  if (problems.length) {
    throw new Error(
      [
        `The data has ${problems.length} problems:`,
        ...problems.slice(0, 10),
      ].join('\n  '),
    );
  }
  return { rows, sha256: createHash('sha256').update(text).digest('hex') };
}
