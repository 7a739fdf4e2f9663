import { known, weekly } from '../sql/files.ts';
import { choose, requests } from '../sql/macros.ts';
import type { Story } from '../story.ts';
import type { DemoLog } from '../types.ts';

const features = `
  ${choose('type', {
    A320: 0.46,
    A321: 0.28,
    E190: 0.15,
    A330: 0.11,
  })} AS aircraft_type,
  ${choose('hub', { north: 0.46, south: 0.32, east: 0.22 })} AS hub,
  ${choose('pier', { A: 0.4, B: 0.35, C: 0.25 })}
    || CAST(1 + floor(14 * uniform('stand', id)) AS INTEGER) AS stand,
  CASE aircraft_type WHEN 'E190' THEN 100 WHEN 'A320' THEN 174 WHEN 'A321' THEN 214 ELSE 288 END AS seats,
  CAST(round(seats * (0.7 + 0.3 * sqrt(uniform('load', id)))) AS INTEGER) AS passengers_out,
  CAST(round(passengers_out * (0.55 + 0.3 * uniform('bags', id))) AS INTEGER) AS bags_in,
  ${choose('bridge', { docked: 0.58, late: 0.17, none: 0.25 })} AS jet_bridge`;

/** SQL: minutes that the known facts of a turnaround take; version 13 does not look at the bridge. */
const usual = `
  19 + 0.055 * passengers_out + 0.045 * bags_in
  + CASE aircraft_type WHEN 'A330' THEN 17 ELSE 0 END`;
const bridge = `
  CASE jet_bridge WHEN 'late' THEN 5.5 WHEN 'none' THEN -1.2 ELSE -1.1 END`;

const rows = (prefix: string, perHour: number, from: string, to: string) => `
  SELECT *, ${usual} AS usual, ${bridge} AS bridge,
    usual + bridge
      + CASE aircraft_type WHEN 'A330' THEN 8.6 ELSE 4.6 END * normal('crew', id) AS minutes
  FROM (SELECT *, ${features} FROM (${requests({
  prefix,
  perHour,
  from,
  to,
})}))`;

const prediction = (version: string) => `
  round(usual + CASE ${version} WHEN '14' THEN bridge ELSE 0 END
    + 0.8 * normal('model ' || ${version}, id), 1)`;

const COLUMNS =
  'aircraft_type, hub, stand, passengers_out, bags_in, jet_bridge';

/** A canary that does well, in folders by day. */
export const turnaroundTime: DemoLog = {
  folder: 'turnaround-time/production',
  write(story: Story) {
    const candidate = `uniform('split', id) < CASE
      WHEN timestamp >= ${story.before(2, 4)} THEN 0.25
      WHEN timestamp >= ${story.before(3, 4)} THEN 0.1
      ELSE 0 END`;
    return {
      tables: [
        `CREATE OR REPLACE TEMP TABLE turnaround AS
         SELECT
           id AS prediction_id, timestamp, version AS model_version,
           CASE version WHEN '14' THEN 'candidate' ELSE 'stable' END AS variant,
           round(lognormal('latency', id, CASE version WHEN '14' THEN 24 ELSE 22 END, 0.42), 1) AS latency_ms,
           status_of(id, 0.8) AS status_code,
           CASE WHEN status_code = 200 THEN ${prediction(
             'version',
           )} END AS prediction,
           ${COLUMNS},
           ${known(story, {
             label: 'round(minutes)',
             at: 'timestamp + to_milliseconds(CAST(60000 * (minutes + 45) AS BIGINT))',
           })},
           CAST(timestamp AS DATE) AS date
         FROM (
           SELECT *, CASE WHEN ${candidate} THEN '14' ELSE '13' END AS version
           FROM (${rows('tt', 36, story.from, story.now)})
         )`,
        `CREATE OR REPLACE TEMP TABLE turnaround_baseline AS
         SELECT
           id AS prediction_id, timestamp, '13' AS model_version,
           ${prediction("'13'")} AS prediction, ${COLUMNS},
           round(minutes) AS label
         FROM (${rows('tt', 36, story.baselineFrom, story.from)})`,
      ],
      files: [
        {
          name: 'log',
          query: 'FROM turnaround ORDER BY timestamp',
          partitionBy: 'date',
        },
        {
          name: 'baseline.parquet',
          query: 'FROM turnaround_baseline ORDER BY ALL',
        },
      ],
    };
  },
};

/**
 * Both versions on the turnarounds of the day before. They disagree where a
 * wide body has no bridge, of which version 14 makes too much; what came true
 * is joined a day later.
 */
export const turnaroundTimeStaging: DemoLog = {
  folder: 'turnaround-time/staging',
  write(story: Story) {
    return {
      tables: [
        `CREATE OR REPLACE TEMP TABLE turnaround_staging AS
         SELECT
           id AS prediction_id, timestamp, version AS model_version,
           CASE version WHEN '14' THEN 'shadow' ELSE 'stable' END AS variant,
           round(lognormal('latency', id || version, 31, 0.5), 1) AS latency_ms,
           status_of(id || version, 2) AS status_code,
           CASE WHEN status_code = 200 THEN
             round(${prediction('version')}
               + CASE WHEN version = '14' AND jet_bridge = 'none'
                   AND aircraft_type IN ('A330', 'A321')
                 THEN 14 + 6 * normal('too much', id) ELSE 0 END, 1)
           END AS prediction,
           ${COLUMNS},
           ${known(story, {
             label: 'round(minutes)',
             at: "timestamp + to_milliseconds(CAST(3600000 * (26 + 10 * uniform('joined', id)) AS BIGINT))",
           })}
         FROM (${rows('ts', 14, story.from, story.now)}),
           (SELECT unnest(['13', '14']) AS version)`,
      ],
      files: weekly(story, 'turnaround_staging', { format: 'parquet' }),
    };
  },
};
