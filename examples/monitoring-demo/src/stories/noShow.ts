import { known, weekly } from '../sql/files.ts';
import { choose, requests } from '../sql/macros.ts';
import type { Story } from '../story.ts';
import type { DemoLog } from '../types.ts';

const features = `
  ${choose('cabin', { economy: 0.84, premium: 0.1, business: 0.06 })} AS cabin,
  ${choose('fare', {
    standard: 0.5,
    saver: 0.27,
    flexible: 0.23,
  })} AS fare_class,
  CAST(least(330, greatest(1, lognormal('lead', id, 24, 1))) AS INTEGER) AS booking_lead_days,
  1 + CAST(least(8, floor(-0.8 * ln(uniform('party', id)))) AS INTEGER) AS party_size,
  uniform('flyer', id) < 0.3 AS frequent_flyer,
  uniform('connecting', id) < 0.35 AS connecting,
  CASE
    WHEN uniform('earlier', id) < 0.7 THEN 0
    WHEN uniform('earlier', id) < 0.9 THEN 1
    WHEN uniform('earlier', id) < 0.97 THEN 2
    ELSE 3
  END AS earlier_no_shows`;

/** SQL: the logit that all but the history of the passenger gives. */
const others = `
  -3.3
  + CASE fare_class WHEN 'flexible' THEN 1.15 WHEN 'saver' THEN -0.6 ELSE 0 END
  + 0.4 * (ln(booking_lead_days) - 3.2)
  - 0.5 * (party_size > 1)::INTEGER
  - 0.45 * frequent_flyer::INTEGER
  + 0.55 * connecting::INTEGER`;

const rows = (from: string, to: string) => `
  SELECT *, ${others} AS rest,
    uniform('outcome', id) < sigmoid(rest + 0.95 * earlier_no_shows) AS no_show,
    timestamp + to_milliseconds(CAST(3600000 * (18 + 14 * uniform('departed', id)) AS BIGINT)) AS departed
  FROM (SELECT *, ${features} FROM (${requests({
  prefix: 'ns',
  perHour: 50,
  from,
  to,
})}))`;

/** SQL: the score of a version, which takes a missing history for a clean one. */
const score = (history: string) => `
  round(sigmoid(rest + 0.9 * coalesce(${history}, 0)
    + CASE WHEN version = '7' THEN 0.3 ELSE 0.22 END * normal('guess', id)), 5)`;

/** An A/B test, and a feature that turns null: both halves of the passengers lose their history on a Friday afternoon. */
export const noShow: DemoLog = {
  folder: 'no-show/production',
  write(story: Story) {
    const lost = `timestamp >= ${story.before(3, 14)} + INTERVAL 20 MINUTE`;
    const half = `timestamp >= ${story.before(14)}
      AND uniform('split', id) < 0.5`;
    return {
      tables: [
        `CREATE OR REPLACE TEMP TABLE no_show AS
         SELECT
           id AS prediction_id, timestamp, version AS model_version,
           CASE version WHEN '7' THEN 'a' ELSE 'b' END AS variant,
           round(lognormal('latency', id, 23, 0.4), 1) AS latency_ms,
           status_of(id, 0.6) AS status_code,
           CASE WHEN status_code = 200 THEN ${score('history')} END AS score,
           score >= 0.2 AS prediction,
           cabin, fare_class, booking_lead_days, party_size, frequent_flyer,
           connecting, history AS previous_no_shows,
           ${known(story, { label: 'no_show', at: 'departed' })}
         FROM (
           SELECT *,
             CASE WHEN ${half} THEN '7-b' ELSE '7' END AS version,
             CASE WHEN ${lost} THEN NULL ELSE earlier_no_shows END AS history
           FROM (${rows(story.from, story.now)})
         )`,
        `CREATE OR REPLACE TEMP TABLE no_show_baseline AS
         SELECT
           id AS prediction_id, timestamp, version AS model_version,
           ${score('earlier_no_shows')} AS score, score >= 0.2 AS prediction,
           cabin, fare_class, booking_lead_days, party_size, frequent_flyer,
           connecting, earlier_no_shows AS previous_no_shows, no_show AS label
         FROM (SELECT *, '7' AS version FROM (${rows(
           story.baselineFrom,
           story.from,
         )}))`,
      ],
      files: [
        ...weekly(story, 'no_show', { format: 'parquet' }),
        {
          name: 'baseline.parquet',
          query: 'FROM no_show_baseline ORDER BY ALL',
        },
      ],
    };
  },
};
