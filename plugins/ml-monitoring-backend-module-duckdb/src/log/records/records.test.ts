import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import type { MlMonitoringSpec } from '@airworthy/plugin-ml-models-common';
import {
  createHarness,
  deploymentWith,
  running,
  type Harness,
} from '../../__testUtils__/harness';

type Log = NonNullable<MlMonitoringSpec['inferenceLog']>;

const base64 = (value: unknown) =>
  Buffer.from(
    typeof value === 'string' ? value : JSON.stringify(value),
  ).toString('base64');
const lines = (records: unknown[]) =>
  `${records.map(record => JSON.stringify(record)).join('\n')}\n`;

describe('records of requests and answers', () => {
  let harness: Harness;
  const put = async (name: string, content: string) => {
    await fs.mkdir(join(harness.root, name, '..'), { recursive: true });
    await fs.writeFile(join(harness.root, name), content);
  };
  const read = async (log: Log) => {
    const opened = await harness.tools.logs.open(
      deploymentWith(log, { variants: [] }),
      { signal: running() },
    );
    const { sql, params } = opened.rows();
    const rows = await harness.tools.engine.query(
      `SELECT * FROM ${sql} AS log ORDER BY prediction_id`,
      params,
      { signal: running() },
    );
    return {
      rows,
      features: opened.features.map(({ name, type }) => [name, type]),
      notices: opened.notices,
    };
  };

  beforeAll(async () => {
    harness = await createHarness();
  });
  afterAll(() => harness.close());

  it('takes captures of SageMaker apart: CSV, JSON and base64, a row a line', async () => {
    const capture = (
      id: string,
      input: [string, string],
      output: [string, string],
      inferenceId?: string,
    ) => ({
      captureData: {
        endpointInput: {
          observedContentType: 'text/csv',
          mode: 'INPUT',
          data: input[1],
          encoding: input[0],
        },
        endpointOutput: {
          observedContentType: 'text/csv; charset=utf-8',
          mode: 'OUTPUT',
          data: output[1],
          encoding: output[0],
        },
      },
      eventMetadata: {
        eventId: id,
        inferenceId,
        inferenceTime: '2026-03-01T13:36:30Z',
      },
      eventVersion: '0',
    });
    await put(
      'capture/AllTraffic/2026/03/01/13/x.jsonl',
      lines([
        capture('e1', ['CSV', '6,oslo\n7,"rome"\n'], ['CSV', '30.5\n31.5\n']),
        capture('e2', ['BASE64', base64('8,bonn')], ['BASE64', base64('32.5')]),
        capture(
          'e3',
          ['CSV', '9,lima'],
          ['JSON', '{"predictions":[{"predicted_label":33.5,"score":0.75}]}'],
          'mine',
        ),
      ]),
    );
    const { rows, features, notices } = await read({
      path: 'capture',
      preset: 'sagemaker',
      features: ['rooms', 'city'],
    });
    const row = { ts: '2026-03-01T13:36:30.000Z', variant: 'AllTraffic' };
    expect(rows).toEqual([
      {
        ...row,
        prediction_id: 'e1-0',
        rooms: 6,
        city: 'oslo',
        prediction: 30.5,
        score: null,
      },
      {
        ...row,
        prediction_id: 'e1-1',
        rooms: 7,
        city: 'rome',
        prediction: 31.5,
        score: null,
      },
      {
        ...row,
        prediction_id: 'e2',
        rooms: 8,
        city: 'bonn',
        prediction: 32.5,
        score: null,
      },
      {
        ...row,
        prediction_id: 'mine',
        rooms: 9,
        city: 'lima',
        prediction: 33.5,
        score: 0.75,
      },
    ]);
    expect(features).toEqual([
      ['rooms', 'numeric'],
      ['city', 'categorical'],
    ]);
    expect(notices).toEqual([
      "capture: SageMaker's data capture does not tell latency, which model version answered and whether requests failed.",
    ]);
  });

  it('joins the records of KServe by their id, and says what they do not tell', async () => {
    const record = (
      id: string,
      type: string,
      body: string,
      component = 'predictor',
    ) =>
      `('http://predictor/', '${body}'::BLOB, 'org.kubeflow.serving.inference.${type}', '${id}', 'delays', '${component}')`;
    await harness.write(
      'kserve/records.parquet',
      `SELECT * FROM (VALUES
        ${[
          record('v1', 'request', '{"instances":[[1,2.5],[3,4.5]]}'),
          record('v1', 'response', '{"predictions":[true,false]}'),
          record('v1', 'request', '{"instances":[["raw"]]}', 'transformer'),
          record('lost', 'request', '{"instances":[[5,6.5]]}'),
          record('orphan', 'response', '{"predictions":[true]}'),
          record('binary', 'request', '\\xFF\\xFE\\x00'),
        ].join(', ')}
      ) t(url, bytes, req_type, id, inference_service, component)`,
    );
    const { rows, features, notices } = await read({
      path: 'kserve/records.parquet',
      preset: 'kserve',
    });
    expect(rows).toEqual([
      { prediction_id: 'lost', prediction: null, feature_0: 5, feature_1: 6.5 },
      { prediction_id: 'v1-0', prediction: true, feature_0: 1, feature_1: 2.5 },
      {
        prediction_id: 'v1-1',
        prediction: false,
        feature_0: 3,
        feature_1: 4.5,
      },
    ]);
    expect(features).toEqual([
      ['feature_0', 'numeric'],
      ['feature_1', 'numeric'],
    ]);
    expect(notices[0]).toBe(
      "kserve/records.parquet: the records of KServe's logger do not tell when they were asked, latency, which model version answered, whether requests failed.",
    );
  });

  it.each([
    [
      'named tensors',
      {
        inputs: [
          { name: 'bags', shape: [2], datatype: 'INT32', data: [1, 2] },
          { name: 'a.b', shape: [2, 1], datatype: 'BYTES', data: ['x', 'y'] },
        ],
      },
      [
        { 'a.b': 'x', bags: 1 },
        { 'a.b': 'y', bags: 2 },
      ],
    ],
    [
      'one flat tensor',
      {
        inputs: [
          {
            name: 'input-0',
            shape: [2, 2],
            datatype: 'FP32',
            data: [1, 2, 3, 4],
          },
        ],
      },
      [
        { feature_0: 1, feature_1: 2 },
        { feature_0: 3, feature_1: 4 },
      ],
    ],
    [
      'one nested tensor',
      {
        inputs: [
          {
            name: 'input-0',
            shape: [2, 2],
            datatype: 'FP32',
            data: [
              [1, 2],
              [3, 4],
            ],
          },
        ],
      },
      [
        { feature_0: 1, feature_1: 2 },
        { feature_0: 3, feature_1: 4 },
      ],
    ],
    [
      'objects',
      {
        instances: [
          { bags: 1, city: 'oslo' },
          { bags: 2, city: 'rome' },
        ],
      },
      [
        { bags: 1, city: 'oslo' },
        { bags: 2, city: 'rome' },
      ],
    ],
  ])('reads CloudEvents of KServe with %s', async (name, request, inputs) => {
    const event = (type: string, data: unknown, second: number) => ({
      id: 'r',
      type: `org.kubeflow.serving.inference.${type}`,
      time: `2026-03-01T00:00:0${second}.250Z`,
      data,
    });
    await put(
      `events/${name}.jsonl`,
      lines([
        event('request', request, 1),
        event(
          'response',
          { outputs: [{ name: 'predict', shape: [2], data: [7, 8] }] },
          2,
        ),
      ]),
    );
    const { rows } = await read({
      path: `events/${name}.jsonl`,
      preset: 'kserve',
    });
    expect(rows).toEqual(
      inputs.map((input, index) => ({
        ts: '2026-03-01T00:00:01.250Z',
        prediction_id: `r-${index}`,
        latency_ms: 1000,
        prediction: 7 + index,
        ...input,
      })),
    );
  });

  it('reads the JSON that the agent of KServe stores', async () => {
    await put(
      'agent/r.json',
      JSON.stringify([
        {
          Id: 'r',
          ReqType: 'org.kubeflow.serving.inference.request',
          Bytes: base64({ instances: [[1]] }),
          Component: 'predictor',
        },
        {
          Id: 'r',
          ReqType: 'org.kubeflow.serving.inference.response',
          Bytes: base64({ predictions: ['late'] }),
          Component: 'predictor',
        },
      ]),
    );
    const { rows } = await read({ path: 'agent', preset: 'kserve' });
    expect(rows).toEqual([
      { prediction_id: 'r', feature_0: 1, prediction: 'late' },
    ]);
  });
});
