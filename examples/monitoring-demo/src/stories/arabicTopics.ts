import { weekly } from '../sql/files.ts';
import { choose, requests } from '../sql/macros.ts';
import type { Story } from '../story.ts';
import type { DemoLog } from '../types.ts';

const TOPICS = { baggage: 0.34, delay: 0.31, refund: 0.22, seats: 0.13 };

const OTHERS = `['${Object.keys(TOPICS).join("', '")}']`;

const rows = (from: string, to: string) => `
  SELECT *,
    round(least(0.999, 0.5 + 0.48 * sqrt(uniform('confidence', id))
      - CASE dialect WHEN 'Maghreb' THEN 0.08 ELSE 0 END), 4) AS confidence,
    CASE
      WHEN uniform('right', id) < confidence THEN topic
      ELSE list_filter(${OTHERS}, lambda other: other <> topic)[1 + CAST(floor(3 * uniform('other', id)) AS INTEGER)]
    END AS prediction
  FROM (
    SELECT *,
      ${choose('topic', TOPICS)} AS topic,
      ${choose('dialect', {
        Gulf: 0.42,
        Levant: 0.24,
        Egypt: 0.22,
        Maghreb: 0.12,
      })} AS dialect,
      ${choose('channel', { app: 0.63, chat: 0.29, email: 0.08 })} AS channel,
      CAST(least(900, greatest(6, lognormal('length', id, 92, 0.8))) AS INTEGER) AS text_length,
      round(least(1, lognormal('latin', id, 0.03, 1)), 3) AS latin_share
    FROM (${requests({ prefix: 'at', perHour: 13, from, to })})
  )`;

/** Messages by topic as JSON lines in the columns of Evidently; what agents made of them comes days later, in a table of its own. */
export const arabicTopics: DemoLog = {
  folder: 'arabic-feedback-topics/production',
  write(story: Story) {
    const columns = 'dialect, channel, text_length, latin_share';
    const judged = `timestamp + to_milliseconds(CAST(3600000 * lognormal('judged', id, 38, 0.3) AS BIGINT))`;
    return {
      tables: [
        `CREATE OR REPLACE TEMP TABLE topics AS
         FROM (${rows(story.from, story.now)})`,
        `CREATE OR REPLACE TEMP TABLE topics_log AS
         SELECT
           id, timestamp AS datetime, '0.2' AS model_version, 'blue' AS variant,
           round(lognormal('latency', id, 46, 0.35), 1) AS latency_ms,
           status_of(id, 0.5) AS status_code,
           CASE WHEN status_code = 200 THEN topics.prediction END AS prediction,
           CASE WHEN status_code = 200 THEN confidence END AS score,
           ${columns}
         FROM topics`,
        `CREATE OR REPLACE TEMP TABLE topics_baseline AS
         SELECT id, timestamp AS datetime, '0.2' AS model_version, prediction, confidence AS score,
           ${columns}, topic AS target
         FROM (${rows(story.baselineFrom, story.from)})`,
      ],
      files: [
        ...weekly(story, 'topics_log', { format: 'json', time: 'datetime' }),
        {
          name: 'labels.csv',
          query: `SELECT id, topic AS target, ${judged} AS labelled_at
            FROM topics
            WHERE ${judged} <= ${story.now} AND uniform('sorted', id) < 0.9
            ORDER BY ALL`,
        },
        { name: 'baseline.json', query: 'FROM topics_baseline ORDER BY ALL' },
      ],
    };
  },
};
