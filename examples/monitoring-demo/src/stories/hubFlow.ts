import { known, weekly } from '../sql/files.ts';
import type { Story } from '../story.ts';
import type { DemoLog } from '../types.ts';

/** Hours ahead that each forecast tells. */
const HORIZON = 6;

/** A forecast every hour for each of three hubs, of which nothing is heard since a Saturday morning, more than a week ago. */
export const hubFlow: DemoLog = {
  folder: 'hub-flow/production',
  write(story: Story) {
    const usual = `size * by_day(begins + to_hours(horizon_hours))
      * CASE WHEN isodow(begins) >= 6 THEN 0.82 ELSE 1 END`;
    return {
      tables: [
        `CREATE OR REPLACE TEMP TABLE hub_flow AS
         SELECT
           'hf-' || hub || '-' || strftime(begins, '%y%m%d%H') || '-' || horizon_hours AS prediction_id,
           begins + to_milliseconds(CAST(240000 * uniform('time', prediction_id) AS BIGINT)) AS timestamp,
           'main' AS model_version, 'stable' AS variant,
           round(lognormal('latency', prediction_id, 870, 0.25)) AS latency_ms,
           status_of(prediction_id, 1) AS status_code,
           round(${usual} * (1 + 0.07 * normal('forecast', prediction_id))) AS prediction,
           hub, horizon_hours,
           ${known(story, {
             label: `round(${usual} * (1 + 0.09 * normal('counted', hub || (begins + to_hours(horizon_hours))::VARCHAR)))`,
             at: 'begins + to_hours(horizon_hours) + INTERVAL 1 HOUR',
           })}
         FROM (SELECT unnest(['north', 'south', 'east']) AS hub, unnest([2400, 1500, 900]) AS size),
           range(${story.from}, ${story.before(
          9,
          5,
        )}, INTERVAL 1 HOUR) hours(begins),
           range(1, ${HORIZON + 1}) ahead(horizon_hours)`,
      ],
      files: weekly(story, 'hub_flow', { format: 'parquet' }),
    };
  },
};
