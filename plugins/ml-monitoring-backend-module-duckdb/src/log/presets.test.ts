import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import type { MlMonitoringSpec } from '@airworthy/plugin-ml-models-common';
import {
  createHarness,
  deploymentWith,
  running,
  type Harness,
} from '../__testUtils__/harness';

type Log = NonNullable<MlMonitoringSpec['inferenceLog']>;

const lines = (records: unknown[]) =>
  `${records.map(record => JSON.stringify(record)).join('\n')}\n`;

describe('shapes of other tools', () => {
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

  it('maps what Evidently finds by itself', async () => {
    await put(
      'evidently.csv',
      'id,datetime,age,target,prediction\n1,2026-03-01 00:00:00,30,1,0\n',
    );
    await expect(
      read({ path: 'evidently.csv', preset: 'evidently' }),
    ).resolves.toMatchObject({
      rows: [
        {
          ts: '2026-03-01T00:00:00.000Z',
          prediction_id: '1',
          label: 1,
          prediction: 0,
          age: 30,
        },
      ],
      features: [['age', 'numeric']],
    });
  });

  it('maps the columns of Arize', async () => {
    await put(
      'arize.csv',
      'prediction_id,prediction_ts,prediction_label,prediction_score,actual_label,state\n1fcd50f4689,1637538845,No Claims,0.4,Claims,ca\n',
    );
    await expect(
      read({ path: 'arize.csv', preset: 'arize' }),
    ).resolves.toMatchObject({
      rows: [
        {
          ts: '2021-11-21T23:54:05.000Z',
          prediction_id: '1fcd50f4689',
          prediction: 'No Claims',
          score: 0.4,
          label: 'Claims',
          state: 'ca',
        },
      ],
      features: [['state', 'categorical']],
    });
  });

  it.each([
    [
      'as columns',
      {
        start_time_unix_nano: 1772323200000000000,
        span_id: 's1',
        duration_ms: 1250,
        'gen_ai.response.model': 'gpt-x',
        'gen_ai.request.temperature': 0.5,
        'gen_ai.usage.input_tokens': 12,
        'gen_ai.usage.output_tokens': 80,
        'gen_ai.response.finish_reasons': ['stop'],
        'gen_ai.server.time_to_first_token': 0.25,
        'error.type': null,
        prompt: 'never read as a feature',
      },
    ],
    [
      'in a column of attributes',
      {
        start_time_unix_nano: 1772323200000000000,
        span_id: 's1',
        duration_ms: 1250,
        attributes: {
          'gen_ai.response.model': 'gpt-x',
          'gen_ai.request.temperature': 0.5,
          'gen_ai.usage.input_tokens': 12,
          'gen_ai.usage.output_tokens': 80,
          'gen_ai.response.finish_reasons': ['stop'],
          'gen_ai.server.time_to_first_token': 0.25,
          'error.type': null,
        },
      },
    ],
  ])('maps spans of OpenTelemetry, %s', async (name, span) => {
    await put(
      `otel/${name}.jsonl`,
      // Numbers of nanoseconds are no JavaScript numbers.
      lines([span]).replace(/177232320\d+/, '1772323200000000000'),
    );
    await expect(
      read({ path: `otel/${name}.jsonl`, preset: 'otel-genai' }),
    ).resolves.toMatchObject({
      rows: [
        {
          ts: '2026-03-01T00:00:00.000Z',
          prediction_id: 's1',
          model_version: 'gpt-x',
          latency_ms: 1250,
          is_error: false,
          input_tokens: 12,
          output_tokens: 80,
          time_to_first_token_ms: 250,
          finish_reason: 'stop',
          'gen_ai.request.temperature': 0.5,
        },
      ],
      features: [['gen_ai.request.temperature', 'numeric']],
    });
  });
});
