import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readSchema } from '../../src/config.js';
import { Model } from '../../src/model/Model.js';
import { MODELS } from '../../src/paths.js';
import { readVersions } from '../../src/pipeline/versions.js';
import { InferenceLog } from '../../src/service/InferenceLog.js';
import { ServiceMetrics } from '../../src/service/ServiceMetrics.js';
import { createService } from '../../src/service/createService.js';

const schema = readSchema();
const model = new Model(readVersions(MODELS)[0]);
/** @type {Record<string, number[]>} Two days: a wet one in January, a dry one in July. */
const DAYS = {
  precipitation: [12.5, 0],
  temp_max: [6.1, 28.3],
  temp_min: [2.2, 15],
  wind: [5.3, 2.4],
  day_of_year: [12, 201],
};
/** @param {Record<string, unknown[]>} [change] */
const request = (change = {}) => ({
  id: 'two-days',
  inputs: model.inputs.map(name => {
    const values = change[name] ?? DAYS[name];
    return { name, datatype: 'FP64', shape: [values.length], data: values };
  }),
});

describe('the service', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inference-log-'));
  const log = new InferenceLog({ folder, suffix: 'test' });
  const service = createService({
    model,
    schema,
    variant: 'canary',
    log,
    metrics: new ServiceMetrics({ model_name: model.name }),
  });
  let address = '';

  /** @param {unknown} body */
  const infer = async body => {
    const answer = await fetch(`${address}/v2/models/${model.name}/infer`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { code: answer.status, body: await answer.json() };
  };

  before(async () => {
    service.listen(0, '127.0.0.1');
    await once(service, 'listening');
    const at = service.address();
    if (typeof at === 'object' && at) address = `http://127.0.0.1:${at.port}`;
  });

  after(() => {
    service.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('says that it is ready and what it takes', async () => {
    assert.equal((await fetch(`${address}/health`)).status, 200);
    assert.equal((await fetch(`${address}/v2/health/ready`)).status, 200);
    const answer = await fetch(`${address}/v2/models/${model.name}`);
    const { versions, inputs } = await answer.json();
    assert.deepEqual(versions, [model.version]);
    assert.deepEqual(
      inputs.map((/** @type {{ name: string }} */ input) => input.name),
      model.inputs,
    );
  });

  test('answers what the model says', async () => {
    const { code, body } = await infer(request());
    assert.equal(code, 200);
    assert.equal(body.model_version, model.version);
    const [score, prediction] = body.outputs;
    const rows = [0, 1].map(i =>
      Object.fromEntries(model.inputs.map(name => [name, DAYS[name][i]])),
    );
    assert.deepEqual(score.data, model.score(rows));
    assert.deepEqual(
      prediction.data,
      score.data.map((/** @type {number} */ one) => model.decide(one)),
    );
  });

  test('refuses what the model cannot answer, and says why', async () => {
    const [first] = model.inputs;
    const bad = {
      'not json': /expected JSON/,
      '{}': /inputs: expected a list/,
    };
    for (const [body, message] of Object.entries(bad)) {
      const answer = await infer(body);
      assert.equal(answer.code, 400);
      assert.match(answer.body.error, message);
    }
    const short = await infer({ inputs: [] });
    assert.match(short.body.error, new RegExp(`${first}: expected 1 to`));
    const high = await infer(request({ [first]: [1e6, 0] }));
    assert.equal(high.code, 400);
    assert.match(
      high.body.error,
      new RegExp(`${first}\\[0\\]: expected .* was 1000000`),
    );
    const missing = await infer(request({ [first]: [null, 0] }));
    assert.equal(missing.code, 400);
  });

  test('counts answers for Prometheus by their code', async () => {
    const text = await (await fetch(`${address}/metrics`)).text();
    assert.match(text, /_count\{model_name="[^"]+",code="200"\} 1\n/);
    assert.match(text, /_count\{model_name="[^"]+",code="400"\} 5\n/);
    assert.match(text, /_bucket\{.*code="200",le="\+Inf"\} 1\n/);
  });

  test('logs a line for each row that it answered, with what monitoring needs', async () => {
    await log.close();
    const [file] = readdirSync(folder);
    const lines = readFileSync(join(folder, file), 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    assert.equal(lines.length, 2);
    assert.deepEqual(
      lines.map(line => [line.prediction_id, line.variant, line.status_code]),
      [
        ['two-days-0', 'canary', 200],
        ['two-days-1', 'canary', 200],
      ],
    );
    assert.equal(lines[0].model_version, model.version);
    assert.equal(typeof lines[0].score, 'number');
    assert.ok(lines[0].latency_ms >= 0);
    for (const name of model.inputs)
      assert.equal(lines[0][name], DAYS[name][0]);
  });

  test('answers 404 elsewhere', async () => {
    assert.equal((await fetch(`${address}/v2/models/other`)).status, 404);
  });
});
