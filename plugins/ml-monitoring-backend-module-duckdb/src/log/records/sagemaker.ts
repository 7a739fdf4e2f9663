import type { Exchanges } from './types';
import { pathsOf } from '../../files/paths';

/*
 * Data capture of SageMaker endpoints: one JSON object a line, below
 * `<endpoint>/<variant>/yyyy/mm/dd/hh/`, times in UTC.
 *
 * https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-capture-endpoint.html
 */
const text = (side: string) => {
  const part = (name: string) =>
    `json_extract_string("captureData", '$.${side}.${name}')`;
  return `CASE ${part('encoding')}
    WHEN 'BASE64' THEN TRY(decode(from_base64(${part('data')})))
    ELSE ${part('data')} END`;
};

/** A body as JSON: each line of CSV is a row. */
const body = (content: string, rows: string) =>
  `CASE WHEN ltrim(${content})[1] IN ('{', '[') THEN TRY_CAST(${content} AS JSON)
    ELSE to_json({${rows}: list_transform(string_split(trim(${content}, chr(10) || chr(13)), chr(10)),
      lambda line: list_transform(string_split(line, ','), lambda value: trim(value, ' "' || chr(13))))}) END`;

/** Requests and answers that SageMaker captured. */
export function readSagemaker(path: string, partitioned: boolean): Exchanges {
  return {
    carried: ['timestamp', 'variant'],
    notices: [
      `${path}: SageMaker's data capture does not tell latency, which model version answered and whether requests failed.`,
    ],
    source: (files, prefix) => ({
      params: { [`${prefix}files`]: pathsOf(files) },
      sql: `(SELECT prediction_id, timestamp, variant,
          ${body('asked', 'instances')} AS request, ${body(
        'answered',
        'predictions',
      )} AS response
        FROM (
          SELECT
            coalesce("eventMetadata" ->> 'inferenceId', "eventMetadata" ->> 'eventId') AS prediction_id,
            TRY_CAST("eventMetadata" ->> 'inferenceTime' AS TIMESTAMPTZ) AT TIME ZONE 'UTC' AS timestamp,
            nullif(regexp_extract(filename, '/([^/]+)/\\d{4}/\\d{2}/\\d{2}/\\d{2}/[^/]+$', 1), '') AS variant,
            ${text('endpointInput')} AS asked, ${text(
        'endpointOutput',
      )} AS answered
          FROM read_json($${prefix}files, format = 'newline_delimited', filename = true,
            hive_partitioning = ${partitioned},
            columns = {captureData: 'JSON', eventMetadata: 'JSON', eventVersion: 'VARCHAR'})
          WHERE "captureData" IS NOT NULL
        ))`,
    }),
  };
}
