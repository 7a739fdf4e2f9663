import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSchema } from '../src/config.js';
import { checkData } from '../src/data/checkData.js';
import { loadData } from '../src/data/loadData.js';
import { parseCsv } from '../src/data/parseCsv.js';
import { DATA } from '../src/paths.js';

/** @type {import('../src/config.js').Schema} */
const schema = {
  description: '',
  leastRows: 2,
  key: 'date',
  columns: {
    date: { type: 'date' },
    rain: { type: 'number', min: 0, max: 100 },
    wet: { type: 'boolean' },
  },
};
/** @param {string[]} lines */
const problemsOf = (...lines) =>
  checkData(
    parseCsv(['date,rain,wet', ...lines].join('\n'), schema.columns),
    schema,
  );

test('data that keeps the schema has no problems', () => {
  assert.deepEqual(problemsOf('2026-01-01,0,false', '2026-01-02,3.5,true'), []);
});

test('each problem names row, column, what was expected and what was there', () => {
  assert.deepEqual(problemsOf('2026-01-01,-1,yes', '2026-01-01,,true'), [
    'row 1, rain: expected a number from 0 to 100, was -1',
    'row 1, wet: expected true or false, was nothing',
    'row 2, rain: expected a number from 0 to 100, was nothing',
    'row 2, date: expected to come after 2026-01-01, was 2026-01-01',
  ]);
  assert.deepEqual(problemsOf('01.01.2026,NaN,true'), [
    'row 1, date: expected a day such as 2026-03-01, was "01.01.2026"',
    'row 1, rain: expected a number from 0 to 100, was nothing',
    'expected at least 2 rows, was 1',
  ]);
});

test('the data of this repository can be trained on', () => {
  const { rows, sha256 } = loadData(DATA, readSchema());
  assert.equal(rows.length, 1460);
  assert.match(sha256, /^[0-9a-f]{64}$/);
});
