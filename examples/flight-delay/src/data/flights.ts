import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from './database.ts';

/** A flight counts as delayed when it arrives more than so many minutes late. */
export const DELAYED_AFTER_MINUTES = 15;

/** The longest look back for landed flights, in buckets of ten minutes. */
const RECENT_BUCKETS = 24;

/**
 * Minutes from gate to gate. The data has no arrival time: 40 minutes for
 * taxiing, climb and approach, the rest at 460 miles an hour.
 */
const BLOCK_MINUTES = 'CAST(round(40 + distance * 60 / 460.0) AS INTEGER)';

/** Largest origins; all others are one slice. */
const HUBS = [
  'ATL',
  'DEN',
  'DFW',
  'DTW',
  'IAH',
  'LAS',
  'LAX',
  'MSP',
  'ORD',
  'PHX',
  'STL',
];

const PART_OF_DAY = `CASE
    WHEN hour BETWEEN 5 AND 8 THEN 'early morning'
    WHEN hour BETWEEN 9 AND 11 THEN 'morning'
    WHEN hour BETWEEN 12 AND 16 THEN 'afternoon'
    WHEN hour BETWEEN 17 AND 20 THEN 'evening'
    ELSE 'night'
  END`;

/**
 * Makes the table `flights`: one row a flight with what is known when it
 * leaves the gate, and whether and when it turns out to be delayed.
 *
 * @remarks
 * `recent_landings` and `recent_delay_rate` look only at flights from the same
 * airport that have landed before the ten minutes in which this one leaves:
 * what lands later could not be known. All sums are of integers, so that the
 * result does not depend on how many threads add them up.
 */
export async function createFlights(
  connection: DuckDBConnection,
  options: { source: string; from?: string; until?: string; every?: number },
): Promise<void> {
  const { source, from, until, every = 1 } = options;
  const bounds = [
    ...(from ? [`date >= TIMESTAMP ${literal(from)}`] : []),
    ...(until ? [`date < TIMESTAMP ${literal(until)}`] : []),
    ...(every > 1 ? [`file_row_number % ${Math.trunc(every)} = 0`] : []),
  ];
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE departures AS
    SELECT
      CAST(file_row_number AS INTEGER) AS flight,
      date AS departed,
      date + to_minutes(${BLOCK_MINUTES}) AS landed,
      CAST(distance AS INTEGER) AS distance,
      origin,
      destination,
      delay > ${DELAYED_AFTER_MINUTES} AS delayed,
      CAST(epoch_ms(date) // 600000 AS INTEGER) AS bucket,
      CAST(epoch_ms(date + to_minutes(${BLOCK_MINUTES})) // 600000 AS INTEGER) AS landed_bucket
    FROM read_parquet(${literal(source)}, file_row_number = true)
    ${bounds.length ? `WHERE ${bounds.join(' AND ')}` : ''}`);
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE recent AS
    WITH events AS (
      SELECT origin, bucket, 0 AS landings, 0 AS delays FROM departures
      UNION ALL
      SELECT origin, landed_bucket, 1, CAST(delayed AS INTEGER) FROM departures
    ), buckets AS (
      SELECT origin, bucket, sum(landings) AS landings, sum(delays) AS delays
      FROM events GROUP BY origin, bucket
    )
    SELECT
      origin,
      bucket,
      CAST(coalesce(sum(landings) OVER earlier, 0) AS INTEGER) AS landings,
      CAST(coalesce(sum(delays) OVER earlier, 0) AS INTEGER) AS delays
    FROM buckets
    WINDOW earlier AS (
      PARTITION BY origin ORDER BY bucket
      RANGE BETWEEN ${RECENT_BUCKETS} PRECEDING AND 1 PRECEDING
    )`);
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE flights AS
    WITH known AS (
      SELECT
        d.*,
        CAST(hour(departed) AS INTEGER) AS hour,
        CAST(isodow(departed) AS INTEGER) AS day_of_week,
        r.landings AS recent_landings,
        CASE WHEN r.landings > 0 THEN r.delays / r.landings END AS recent_delay_rate
      FROM departures d
      JOIN recent r ON r.origin = d.origin AND r.bucket = d.bucket
    )
    SELECT
      flight, departed, landed, delayed, origin, destination, distance, hour,
      day_of_week, recent_landings, recent_delay_rate,
      ${PART_OF_DAY} AS part_of_day,
      CASE WHEN origin IN (${HUBS.map(literal).join(', ')})
        THEN origin ELSE 'other' END AS origin_hub
    FROM known`);
  await connection.run('DROP TABLE recent');
  await connection.run('DROP TABLE departures');
}
