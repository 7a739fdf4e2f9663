import { known, weekly } from '../sql/files.ts';
import { choose, requests } from '../sql/macros.ts';
import type { Story } from '../story.ts';
import type { DemoLog } from '../types.ts';

const OFFERS = {
  next_flight: 0.46,
  via_hub: 0.27,
  next_day: 0.18,
  partner_airline: 0.09,
};

const features = `
  1 + CAST(least(8, floor(-0.9 * ln(uniform('party', id)))) AS INTEGER) AS party_size,
  1 + CAST(floor(12 * uniform('alternatives', id)) AS INTEGER) AS alternatives,
  round(lognormal('wait', id, 3.2, 0.7), 2) AS hours_to_next,
  ${choose('cabin', { economy: 0.86, premium: 0.09, business: 0.05 })} AS cabin,
  ${choose('hub', { north: 0.45, south: 0.32, east: 0.23 })} AS hub,
  ${choose('reason', {
    missed_connection: 0.58,
    cancellation: 0.29,
    aircraft_change: 0.13,
  })} AS reason,
  round(lognormal('delay', id, 18, 0.9), 1) AS predicted_delay_minutes`;

/** SQL: what is offered first, how sure the ranker is of it, and what is taken. */
const answers = `
  ${choose('offer', OFFERS)} AS prediction,
  CASE WHEN version = '2.1.0' THEN 0.06 ELSE 0 END AS better,
  round(sigmoid(0.75 + better * 5 + 0.9 * normal('score', id)), 4) AS score,
  CASE
    WHEN uniform('taken', id) < score THEN prediction
    ELSE ${choose('other', OFFERS)}
  END AS taken,
  timestamp + to_milliseconds(CAST(3600000 * lognormal('decided', id, 1.6, 0.5) AS BIGINT)) AS taken_at`;

const rows = (from: string, to: string, version: string) => `
  SELECT *, ${features}, ${answers}
  FROM (SELECT *, ${version} AS version FROM (${requests({
  prefix: 'rr',
  perHour: 140,
  from,
  to,
})}))`;

/** A canary whose answers became slow, and now and then fail, two days before this week. */
export const rebookingRanker: DemoLog = {
  folder: 'rebooking-ranker/production',
  write(story: Story) {
    const canary = `timestamp >= ${story.before(10, 6)}
      AND uniform('split', id) < 0.1`;
    const slow = `version = '2.1.0' AND timestamp >= ${story.before(2, 13)}`;
    return {
      tables: [
        `CREATE OR REPLACE TEMP TABLE rebooking AS
         SELECT
           id AS prediction_id, timestamp, version AS model_version,
           CASE version WHEN '2.1.0' THEN 'candidate' ELSE 'stable' END AS variant,
           round(CASE
             WHEN ${slow} THEN lognormal('latency', id, 238, 0.55)
             WHEN version = '2.1.0' THEN lognormal('latency', id, 74, 0.38)
             ELSE lognormal('latency', id, 68, 0.38)
           END, 1) AS latency_ms,
           status_of(id, CASE WHEN ${slow} THEN 14 ELSE 0.3 END) AS status_code,
           CASE WHEN status_code = 200 THEN rows.prediction END AS prediction,
           CASE WHEN status_code = 200 THEN rows.score END AS score,
           party_size, alternatives, hours_to_next, cabin, hub, reason,
           predicted_delay_minutes,
           ${known(story, { label: 'taken', at: 'taken_at' })}
         FROM (${rows(
           story.from,
           story.now,
           `CASE WHEN ${canary} THEN '2.1.0' ELSE '2.0.3' END`,
         )}) rows`,
        `CREATE OR REPLACE TEMP TABLE rebooking_baseline AS
         SELECT
           id AS prediction_id, timestamp, version AS model_version,
           prediction, score, party_size, alternatives, hours_to_next, cabin,
           hub, reason, predicted_delay_minutes, taken AS label
         FROM (${rows(story.baselineFrom, story.from, `'2.0.3'`)})`,
      ],
      files: [
        ...weekly(story, 'rebooking', { format: 'parquet' }),
        {
          name: 'baseline.parquet',
          query: 'FROM rebooking_baseline ORDER BY ALL',
        },
      ],
    };
  },
};
