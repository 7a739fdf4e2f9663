import { weekly } from '../sql/files.ts';
import { choose, requests } from '../sql/macros.ts';
import type { Story } from '../story.ts';
import type { DemoLog } from '../types.ts';

/** Transcripts of calls: only how the service does is logged, and the length of the call. */
export const speechToText: DemoLog = {
  folder: 'speech-to-text/production',
  write(story: Story) {
    return {
      tables: [
        `CREATE OR REPLACE TEMP TABLE speech AS
         SELECT
           id AS prediction_id, timestamp, 'main' AS model_version, 'stable' AS variant,
           round(lognormal('audio', id, 74, 0.6), 1) AS audio_seconds,
           round(420 + 10 * audio_seconds * lognormal('latency', id, 1, 0.25)) AS latency_ms,
           status_of(id, 0.6) AS status_code,
           ${choose('language', { de: 0.41, en: 0.38, ar: 0.21 })} AS language
         FROM (${requests({
           prefix: 'st',
           perHour: 15,
           from: story.from,
           to: story.now,
         })})`,
      ],
      files: weekly(story, 'speech', { format: 'parquet' }),
    };
  },
};

/** Announcements at the gates, with their tokens. */
export const translation: DemoLog = {
  folder: 'translation-en-de/production',
  write(story: Story) {
    return {
      tables: [
        `CREATE OR REPLACE TEMP TABLE translations AS
         SELECT
           id AS prediction_id, timestamp, '2020-02-26' AS model_version, 'stable' AS variant,
           CAST(greatest(5, lognormal('input', id, 31, 0.5)) AS INTEGER) AS input_tokens,
           CAST(round(input_tokens * lognormal('output', id, 1.18, 0.1)) AS INTEGER) AS output_tokens,
           round(35 + 5.2 * output_tokens * lognormal('latency', id, 1, 0.18), 1) AS latency_ms,
           round(18 + 0.35 * input_tokens * lognormal('first', id, 1, 0.2), 1) AS time_to_first_token_ms,
           status_of(id, 0.4) AS status_code,
           'stop' AS finish_reason,
           ${choose('template', {
             boarding: 0.37,
             gate_change: 0.24,
             delay: 0.22,
             last_call: 0.17,
           })} AS template
         FROM (${requests({
           prefix: 'tr',
           perHour: 18,
           from: story.from,
           to: story.now,
         })})`,
      ],
      files: weekly(story, 'translations', { format: 'parquet' }),
    };
  },
};
