import { weekly } from '../sql/files.ts';
import { choose, requests } from '../sql/macros.ts';
import type { Story } from '../story.ts';
import type { DemoLog } from '../types.ts';

/** Conversations with the attributes of OpenTelemetry's gen_ai conventions; the candidate answers at more length. */
export const passengerAssistant: DemoLog = {
  folder: 'passenger-assistant/production',
  write(story: Story) {
    const share = `CASE
      WHEN timestamp >= ${story.before(4, 8)} THEN 0.2
      WHEN timestamp >= ${story.before(6, 8)} THEN 0.05
      ELSE 0 END`;
    return {
      tables: [
        `CREATE OR REPLACE TEMP TABLE assistant AS
         SELECT
           id AS "gen_ai.response.id",
           timestamp AS start_time,
           'chat' AS "gen_ai.operation.name",
           'passenger-assistant' AS "gen_ai.request.model",
           version AS "gen_ai.response.model",
           CASE version WHEN '1.1.0' THEN 'candidate' ELSE 'stable' END AS variant,
           input AS "gen_ai.usage.input_tokens",
           CASE WHEN failed THEN 0 ELSE output END AS "gen_ai.usage.output_tokens",
           CASE WHEN NOT failed THEN
             [CASE
               WHEN output >= 600 THEN 'length'
               WHEN uniform('finish', id) < CASE version WHEN '1.1.0' THEN 0.024 ELSE 0.011 END
                 THEN 'content_filter'
               WHEN uniform('finish', id) > 0.93 THEN 'tool_calls'
               ELSE 'stop'
             END]
           END AS "gen_ai.response.finish_reasons",
           CASE WHEN NOT failed THEN round(first, 4) END AS "gen_ai.server.time_to_first_token",
           round(CASE WHEN failed THEN 30 ELSE first + output / speed END, 4) AS "gen_ai.client.operation.duration",
           CASE WHEN failed THEN 'timeout' END AS "error.type",
           ${choose('language', {
             en: 0.44,
             de: 0.26,
             ar: 0.18,
             fr: 0.07,
             tr: 0.05,
           })} AS language,
           ${choose('intent', {
             baggage: 0.33,
             check_in: 0.27,
             seats: 0.19,
             delay: 0.21,
           })} AS intent,
           CASE
             WHEN failed OR uniform('rates', id) >= 0.16 THEN NULL
             WHEN uniform('likes', id) < CASE version WHEN '1.1.0' THEN 0.79 ELSE 0.74 END THEN 'up'
             ELSE 'down'
           END AS "user.feedback"
         FROM (
           SELECT *,
             uniform('failed', id) < 0.0015 AS failed,
             CAST(least(7000, lognormal('input', id, 820, 0.55)) AS INTEGER) AS input,
             CAST(least(600, lognormal('output', id, CASE version WHEN '1.1.0' THEN 168 ELSE 137 END, 0.6)) AS INTEGER) AS output,
             lognormal('first', id, 0.29, 0.42) + input / 9000 AS first,
             lognormal('speed', id, 62, 0.2) AS speed
           FROM (
             SELECT *, CASE WHEN uniform('split', id) < ${share} THEN '1.1.0' ELSE '1.0.0' END AS version
             FROM (${requests({
               prefix: 'pa',
               perHour: 70,
               from: story.from,
               to: story.now,
             })})
           )
         )`,
      ],
      files: weekly(story, 'assistant', {
        format: 'parquet',
        time: 'start_time',
      }),
    };
  },
};
