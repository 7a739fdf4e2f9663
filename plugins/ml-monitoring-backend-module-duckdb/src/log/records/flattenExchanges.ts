import type { MlInferenceLog } from '@airworthy/plugin-ml-models-common';
import type { QueryEngine } from '../../engine/types';
import { literal } from '../../engine/lockDown';
import type { LogFile } from '../../files/types';
import { quote } from '../quote';
import { INPUTS, OUTPUT, PREDICTION, ROW_COUNT, SCORE } from './payloads';
import type { Exchanges, OpenedRecords, RowSource } from './types';

const SAMPLE = 1_000;
const MAX_INPUTS = 2_000;

interface Shape {
  /** JSON pointers to inputs by the name of their column. */
  inputs: Map<string, string>;
  numeric: Set<string>;
  prediction: 'DOUBLE' | 'BOOLEAN' | 'VARCHAR';
  scored: boolean;
}

const pointer = (key: string) =>
  `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
const textAt = (path: string) =>
  `json_extract_string(inputs, ${literal(path)})`;

/** One row of `prediction_id`, what is carried, `inputs` and `output` a prediction. */
function apart(exchanges: Exchanges): RowSource {
  const carried = exchanges.carried.map(quote).join(', ');
  const kept = carried ? `${carried}, ` : '';
  return (files, prefix) => {
    const { sql, params } = exchanges.source(files, prefix);
    return {
      sql: `(SELECT prediction_id, ${kept}${INPUTS} AS inputs, ${OUTPUT} AS output FROM (
        SELECT CASE WHEN rows_asked = 1 THEN prediction_id ELSE prediction_id || '-' || i END AS prediction_id,
          ${kept}request, response, i
        FROM (
          SELECT *, unnest(range(rows_asked)) AS i FROM (
            SELECT *, ${ROW_COUNT} AS rows_asked FROM ${sql}
          )
        )
      ))`,
      params,
    };
  };
}

/** Tells the inputs and the kind of prediction from the first exchanges, and gives each a column. */
export async function flattenExchanges(
  engine: QueryEngine,
  log: MlInferenceLog,
  exchanges: Exchanges,
  files: LogFile[],
  signal: AbortSignal,
): Promise<OpenedRecords> {
  const source = apart(exchanges);
  const shape = await readShape(engine, log, source, files, signal);
  const inputs = [...shape.inputs].map(([name, path]) => {
    const text = textAt(path);
    const value = shape.numeric.has(name)
      ? `TRY_CAST(${text} AS DOUBLE)`
      : text;
    return `${value} AS ${quote(name)}`;
  });
  const columns = [
    'prediction_id',
    ...exchanges.carried.map(quote),
    shape.prediction === 'VARCHAR'
      ? `${PREDICTION} AS prediction`
      : `TRY_CAST(${PREDICTION} AS ${shape.prediction}) AS prediction`,
    ...(shape.scored ? [`${SCORE} AS score`] : []),
    ...inputs,
  ];
  return {
    notices: exchanges.notices,
    source: (some, prefix) => {
      const { sql, params } = source(some, prefix);
      return { sql: `(SELECT ${columns.join(', ')} FROM ${sql})`, params };
    },
  };
}

async function readShape(
  engine: QueryEngine,
  log: MlInferenceLog,
  source: RowSource,
  files: LogFile[],
  signal: AbortSignal,
): Promise<Shape> {
  const { sql, params } = source(files, 'sample_');
  const sample = `(SELECT inputs, output FROM ${sql} LIMIT ${SAMPLE})`;
  const [outputs] = await engine.query<{
    scored: boolean;
    numbers: boolean | null;
    flags: boolean | null;
    width: number;
  }>(
    `SELECT count(${SCORE}) > 0 AS scored,
       bool_and(TRY_CAST(${PREDICTION} AS DOUBLE) IS NOT NULL) FILTER (WHERE ${PREDICTION} IS NOT NULL) AS numbers,
       bool_and(${PREDICTION} IN ('true', 'false')) FILTER (WHERE ${PREDICTION} IS NOT NULL) AS flags,
       coalesce(max(json_array_length(inputs)), 0) AS width
     FROM ${sample}`,
    params,
    { signal },
  );
  const keys = await engine.query<{ key: string }>(
    `SELECT DISTINCT unnest(json_keys(inputs)) AS key FROM ${sample}
     WHERE json_type(inputs) = 'OBJECT' ORDER BY key LIMIT ${MAX_INPUTS}`,
    params,
    { signal },
  );
  const inputs = new Map<string, string>();
  for (
    let position = 0;
    position < Math.min(outputs.width, MAX_INPUTS);
    position++
  ) {
    const listed =
      log.features?.length === outputs.width
        ? log.features[position]
        : undefined;
    inputs.set(listed ?? `feature_${position}`, `/${position}`);
  }
  for (const { key } of keys) inputs.set(key, pointer(key));
  let prediction: Shape['prediction'] = 'VARCHAR';
  if (outputs.flags) prediction = 'BOOLEAN';
  else if (outputs.numbers) prediction = 'DOUBLE';
  return {
    inputs,
    numeric: await numericInputs(
      engine,
      inputs,
      { sql: sample, params },
      signal,
    ),
    prediction,
    scored: outputs.scored,
  };
}

async function numericInputs(
  engine: QueryEngine,
  inputs: Map<string, string>,
  sample: { sql: string; params: Record<string, never> | object },
  signal: AbortSignal,
): Promise<Set<string>> {
  const entries = [...inputs];
  if (!entries.length) return new Set();
  const tests = entries.map(([, path], index) => {
    const text = textAt(path);
    return `bool_and(TRY_CAST(${text} AS DOUBLE) IS NOT NULL) FILTER (WHERE ${text} IS NOT NULL) AS n${index}`;
  });
  const [row] = await engine.query<Record<string, boolean | null>>(
    `SELECT ${tests.join(', ')} FROM ${sample.sql}`,
    sample.params as Record<string, never>,
    { signal },
  );
  return new Set(
    entries.filter((_, index) => row[`n${index}`]).map(([name]) => name),
  );
}
