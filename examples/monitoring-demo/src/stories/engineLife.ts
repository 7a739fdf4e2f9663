import { weekly } from '../sql/files.ts';
import type { Story } from '../story.ts';
import type { DemoLog } from '../types.ts';

const ENGINES = 120;

/** A nightly run over a fleet, of which no entity tells yet: setting up monitoring finds it. */
export const engineLife: DemoLog = {
  folder: 'engine-remaining-life/staging',
  write(story: Story) {
    return {
      tables: [
        `CREATE OR REPLACE TEMP TABLE engine_life AS
         SELECT
           'el-' || strftime(night, '%y%m%d') || '-' || engine AS prediction_id,
           night + INTERVAL 2 HOUR + to_milliseconds(CAST(1500 * engine + 400 * uniform('time', prediction_id) AS BIGINT)) AS timestamp,
           '4' AS model_version, 'only' AS variant,
           round(lognormal('latency', prediction_id, 140, 0.2), 1) AS latency_ms,
           status_of(prediction_id, 1) AS status_code,
           50 + CAST(floor(230 * uniform('age', engine::VARCHAR)) AS INTEGER)
             + CAST(1.4 * date_diff('day', ${story.from}, night) AS INTEGER) AS cycles,
           round(642.6 + 0.006 * cycles + 0.4 * normal('t24', prediction_id), 2) AS lpc_outlet_temperature,
           round(1590 + 0.05 * cycles + 5 * normal('t30', prediction_id), 2) AS hpc_outlet_temperature,
           round(553.4 - 0.006 * cycles + 0.7 * normal('p30', prediction_id), 2) AS hpc_outlet_pressure,
           round(47.5 + 0.003 * cycles + 0.2 * normal('ps30', prediction_id), 2) AS static_pressure,
           round(greatest(3, 330 - 0.9 * cycles + 18 * normal('life', prediction_id))) AS prediction
         FROM range(${story.from}, ${story.now} - INTERVAL 3 HOUR, INTERVAL 1 DAY) nights(night),
           range(${ENGINES}) engines(engine)`,
      ],
      files: weekly(story, 'engine_life', { format: 'parquet' }),
    };
  },
};
