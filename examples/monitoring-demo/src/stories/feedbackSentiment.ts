import { weekly } from '../sql/files.ts';
import { choose, requests } from '../sql/macros.ts';
import type { Story } from '../story.ts';
import type { DemoLog } from '../types.ts';

const features = `
  ${choose('channel', {
    app: 0.52,
    email: 0.28,
    web: 0.15,
    letter: 0.05,
  })} AS channel,
  CAST(least(2000, greatest(4, lognormal('length', id, 140, 0.9))) AS INTEGER) AS text_length,
  uniform('emoji', id) < 0.22 AS has_emoji,
  2.4 * normal('mood', id) - 0.35 AS mood`;

/** SQL: the probability of a positive text; the export to ONNX rounds short texts too hard. */
const positive = `
  sigmoid(2.1 * mood + 0.35 * normal('main', id)
    + CASE WHEN variant = 'onnx'
        THEN (CASE WHEN text_length < 60 THEN 1.6 ELSE 0.05 END)
          * normal('rounding', id)
      ELSE 0 END)`;

/**
 * Texts in the columns of Arize, with a shadow that gives another answer to
 * some of the short ones. Agents judge a third of the texts, within a week.
 */
export const feedbackSentiment: DemoLog = {
  folder: 'feedback-sentiment/production',
  write(story: Story) {
    const judged = `timestamp + to_milliseconds(CAST(86400000 * (1 + 6 * uniform('judged', id)) AS BIGINT))`;
    const isKnown = `${judged} <= ${story.now} AND uniform('sample', id) < 0.34`;
    return {
      tables: [
        `CREATE OR REPLACE TEMP TABLE sentiment AS
         SELECT
           id AS prediction_id,
           epoch(timestamp)::BIGINT AS prediction_ts,
           CASE variant WHEN 'onnx' THEN 'main-onnx' ELSE 'main' END AS model_version,
           variant,
           round(${positive}, 5) AS prediction_score,
           CASE WHEN prediction_score >= 0.5 THEN 'POSITIVE' ELSE 'NEGATIVE' END AS prediction_label,
           CASE WHEN ${isKnown} THEN
             CASE WHEN uniform('judge', id) < sigmoid(2.1 * mood) THEN 'POSITIVE' ELSE 'NEGATIVE' END
           END AS actual_label,
           CASE WHEN ${isKnown} THEN epoch(${judged})::BIGINT END AS actual_ts,
           round(lognormal('latency', id || variant, CASE variant WHEN 'onnx' THEN 21 ELSE 58 END, 0.35), 1) AS latency_ms,
           status_of(id || variant, 0.6) AS status_code,
           channel, text_length, has_emoji
         FROM (
           SELECT *, ${features} FROM (${requests({
          prefix: 'fs',
          perHour: 34,
          from: story.from,
          to: story.now,
        })})
         ), (SELECT unnest(['stable', 'onnx']) AS variant)
         WHERE variant = 'stable'
           OR (timestamp >= ${story.before(
             7,
             9,
           )} AND uniform('copied', id) < 0.2)`,
      ],
      files: weekly(story, 'sentiment', {
        format: 'csv',
        time: 'make_timestamp(prediction_ts * 1000000)',
      }),
    };
  },
};
