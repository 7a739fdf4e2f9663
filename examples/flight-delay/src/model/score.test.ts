import { join } from 'node:path';
import { readRows, withDatabase } from '../data/database';
import { createFlights } from '../data/flights';
import { findFlightsFile } from '../data/findFlightsFile';
import { readArtefact } from './artefacts';
import { score, sigmoid } from './score';
import { prepareSqlScore } from './scoreInSql';
import type { FlightInput, ModelArtefact } from './types';

const MODELS = join(__dirname, '..', '..', 'model');

const input: FlightInput = {
  origin: 'ORD',
  destination: 'LGA',
  distance: 733,
  hour: 2,
  day_of_week: 5,
  recent_landings: 10,
  recent_delay_rate: 0.4,
};

const model: ModelArtefact = {
  model: 'flight-delay',
  version: 'test',
  algorithm: 'logistic-regression',
  trainedOn: { from: '', until: '', rows: 1, delayed: 0 },
  l2: 1,
  threshold: 0.5,
  recentPrior: { rate: 0.2, strength: 5 },
  intercept: -1,
  numbers: [
    { name: 'hours_since_four', mean: 12, scale: 5, coefficient: 0.5 },
    { name: 'recent_log_odds', mean: 0, scale: 1, coefficient: 2 },
  ],
  categories: [{ name: 'origin', coefficients: { ORD: 0.3 } }],
};

describe('score', () => {
  it('adds up the terms', () => {
    // 2 o'clock is 22 hours after four; 4 + 1 late of 10 + 5: odds of 1 to 2.
    const z = -1 + (0.5 * (22 - 12)) / 5 + 2 * Math.log(1 / 2) + 0.3;
    expect(score(model, input)).toBeCloseTo(sigmoid(z), 12);
  });

  it('takes what is usual where nothing has landed, and no effect for an unknown airport', () => {
    const z = -1 + (0.5 * (22 - 12)) / 5 + 2 * Math.log(0.2 / 0.8);
    expect(
      score(model, {
        ...input,
        origin: 'QQQ',
        recent_landings: 0,
        recent_delay_rate: null,
      }),
    ).toBeCloseTo(sigmoid(z), 12);
  });

  it.each(['1', '2'])('is the same in SQL, version %s', async version => {
    const artefact = readArtefact(MODELS, version);
    const rows = await withDatabase(async connection => {
      await createFlights(connection, {
        source: findFlightsFile(__filename),
        every: 1_000,
      });
      const { joins, expression } = await prepareSqlScore(
        connection,
        artefact,
        'flights',
      );
      return readRows<FlightInput & { answer: number }>(
        connection,
        `SELECT flights.*, ${expression} AS answer FROM flights ${joins}`,
      );
    });
    expect(rows).toHaveLength(3_000);
    expect(rows.some(row => row.recent_delay_rate === null)).toBe(true);
    for (const row of rows) {
      expect(Math.abs(row.answer - score(artefact, row))).toBeLessThan(1e-12);
    }
  });
});
