import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { literal, readRows, withDatabase } from './database';
import { createFlights } from './flights';

interface Row {
  flight: number;
  recent_landings: number;
  recent_delay_rate: number | null;
  delayed: boolean;
  day_of_week: number;
  part_of_day: string;
  origin_hub: string;
}

describe('createFlights', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'flights-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function flightsOf(rows: string[]): Promise<Row[]> {
    const source = join(folder, 'flights.parquet');
    return withDatabase(async connection => {
      await connection.run(
        `COPY (SELECT * FROM (VALUES ${rows.join(', ')})
           AS t(date, delay, distance, origin, destination))
         TO ${literal(source)} (FORMAT parquet)`,
      );
      await createFlights(connection, { source });
      return readRows<Row>(connection, 'FROM flights ORDER BY flight');
    });
  }

  it('knows only flights of the same airport that have landed, of the last four hours', async () => {
    // 230 miles take 40 + 30 = 70 minutes: the first lands at 09:10.
    const flights = await flightsOf([
      `(TIMESTAMP '2001-01-01 08:00:00', 60, 230, 'ORD', 'DTW')`,
      `(TIMESTAMP '2001-01-01 08:05:00', 15, 230, 'ORD', 'DTW')`,
      `(TIMESTAMP '2001-01-01 08:06:00', 99, 230, 'SEA', 'PDX')`,
      `(TIMESTAMP '2001-01-01 09:12:00', 0, 2300, 'ORD', 'LAX')`,
      `(TIMESTAMP '2001-01-01 09:20:00', 0, 2300, 'ORD', 'LAX')`,
      `(TIMESTAMP '2001-01-01 13:15:00', 0, 2300, 'ORD', 'LAX')`,
      `(TIMESTAMP '2001-01-01 13:20:00', 0, 2300, 'ORD', 'LAX')`,
    ]);
    expect(
      flights.map(row => [row.recent_landings, row.recent_delay_rate]),
    ).toEqual([
      [0, null],
      [0, null],
      [0, null],
      // The ten minutes in which it leaves are not over.
      [0, null],
      // One more than 15 minutes late, one not.
      [2, 0.5],
      // Landed at 09:10 and 09:15, four hours ago in tens of minutes.
      [2, 0.5],
      [0, null],
    ]);
    expect(flights.map(row => row.delayed)).toEqual([
      true,
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(flights[0]).toMatchObject({
      day_of_week: 1,
      part_of_day: 'early morning',
      origin_hub: 'ORD',
    });
    expect(flights[2].origin_hub).toBe('other');
  });
});
