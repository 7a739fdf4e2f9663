/*
 * The bodies of inference requests as SQL over JSON: KServe's protocols, version 1
 * (`instances`, `predictions`) and version 2 (named tensors), and what servers
 * without a protocol get: a list, or one object.
 *
 * https://kserve.github.io/website/docs/concepts/architecture/data-plane/v1-protocol
 * https://kserve.github.io/website/docs/concepts/architecture/data-plane/v2-protocol
 */

// `->` binds weaker than comparisons, hence the functions.
const get = (json: string, ...keys: (string | number)[]) =>
  keys.reduce<string>(
    (inner, key) =>
      `json_extract(${inner}, ${
        typeof key === 'string' && key !== 'i' ? `'$.${key}'` : key
      })`,
    json,
  );
const text = (json: string, key: string | number) =>
  `json_extract_string(${json}, ${
    typeof key === 'string' ? `'$.${key}'` : key
  })`;
const list = (json: string) => `from_json(${json}, '["JSON"]')`;
const size = (tensor: string, axis: number) =>
  `TRY_CAST(${text(get(tensor, 'shape'), axis)} AS BIGINT)`;
const whole = (json: string) => `json_extract_string(${json}, '$')`;

const TENSORS = get('request', 'inputs');
const TENSOR = get(TENSORS, 0);
const DATA = get(TENSOR, 'data');
const INSTANCES = get('request', 'instances');
const IS_LIST = `(json_type(request) = 'ARRAY' AND json_type(${get(
  'request',
  0,
)}) IN ('ARRAY', 'OBJECT'))`;

/** How many rows a request has. */
export const ROW_COUNT = `CAST(greatest(1, coalesce(
  json_array_length(${INSTANCES}),
  ${size(TENSOR, 0)},
  CASE WHEN ${IS_LIST} THEN json_array_length(request) END,
  1)) AS BIGINT)`;

const WIDTH = `coalesce(${size(TENSOR, 1)}, 1)`;

/** Inputs of row `i`: an array by position, or an object by name. */
export const INPUTS = `CASE
  WHEN ${INSTANCES} IS NOT NULL THEN ${get(INSTANCES, 'i')}
  WHEN json_type(${TENSORS}) = 'ARRAY' AND ${DATA} IS NOT NULL THEN CASE
    WHEN json_array_length(${TENSORS}) > 1 OR ${WIDTH} = 1
      THEN to_json(map_from_entries(list_transform(${list(TENSORS)},
        lambda tensor: {k: ${text('tensor', 'name')}, v: ${get(
  'tensor',
  'data',
  'i',
)}})))
    WHEN json_type(${get(DATA, 0)}) = 'ARRAY' THEN ${get(DATA, 'i')}
    ELSE to_json(list_slice(${list(
      DATA,
    )}, i * ${WIDTH} + 1, (i + 1) * ${WIDTH})) END
  WHEN ${IS_LIST} THEN ${get('request', 'i')}
  ELSE request END`;

const PREDICTIONS = get('response', 'predictions');
const OUTPUTS = get('response', 'outputs', 0, 'data');

/** The answer to row `i`. */
export const OUTPUT = `CASE
  WHEN ${PREDICTIONS} IS NOT NULL THEN ${get(PREDICTIONS, 'i')}
  WHEN ${OUTPUTS} IS NOT NULL THEN ${get(OUTPUTS, 'i')}
  WHEN json_type(response) = 'ARRAY' THEN ${get('response', 'i')}
  ELSE response END`;

const named = (names: string[]) =>
  names.map(name => text('output', name)).join(', ');

/** What of an answer is the prediction: a list of one is that one. */
export const PREDICTION = `CASE json_type(output)
  WHEN 'OBJECT' THEN coalesce(${named([
    'predicted_label',
    'prediction',
    'label',
    'class',
    'score',
  ])}, ${whole('output')})
  WHEN 'ARRAY' THEN CASE json_array_length(output)
    WHEN 1 THEN ${text('output', 0)} ELSE ${whole('output')} END
  ELSE ${whole('output')} END`;

/** The score beside it, where the answer has one. */
export const SCORE = `CASE json_type(output) WHEN 'OBJECT' THEN TRY_CAST(coalesce(${named(
  ['score', 'probability', 'proba'],
)}) AS DOUBLE) END`;
