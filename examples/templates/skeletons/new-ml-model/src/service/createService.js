import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { seasonOf } from '../model/features.js';
import { RequestError, readRows, toMetadata, toResponse } from './protocol.js';
import { readBody } from './readBody.js';

/** @typedef {import('node:http').IncomingMessage} Incoming */

/**
 * A service that answers the Open Inference Protocol, version 2.
 *
 * @param {object} options
 * @param {import('../model/Model.js').Model} options.model
 * @param {import('../config.js').Schema} options.schema
 * @param {string} options.variant
 * @param {Pick<import('./InferenceLog.js').InferenceLog, 'write'>} options.log
 * @param {import('./ServiceMetrics.js').ServiceMetrics} options.metrics
 */
export function createService({ model, schema, variant, log, metrics }) {
  const names = [
    `/v2/models/${model.name}`,
    `/v2/models/${model.name}/versions/${model.version}`,
  ];

  /** @param {unknown} body @param {number} since */
  function infer(body, since) {
    const rows = readRows(body, model.inputs, schema.columns);
    const scores = model.score(rows);
    if (!scores.every(Number.isFinite)) throw new Error('no finite answer');
    const given = /** @type {{ id?: unknown }} */ (body).id;
    const id = typeof given === 'string' ? given : randomUUID();
    const latency = performance.now() - since;
    rows.forEach((row, i) =>
      log.write({
        prediction_id: rows.length === 1 ? id : `${id}-${i}`,
        timestamp: new Date().toISOString(),
        model_version: model.version,
        variant,
        latency_ms: Number(latency.toFixed(3)),
        status_code: 200,
        prediction: model.decide(scores[i]),
        score: scores[i],
        ...row,
        ...(row.day_of_year ? { season: seasonOf(row) } : {}),
      }),
    );
    return toResponse(model, id, scores);
  }

  /** @param {Incoming} request @returns {Promise<[number, unknown]>} */
  async function answerInference(request) {
    const since = performance.now();
    /** @type {[number, unknown]} */
    let answer;
    try {
      answer = [200, infer(await readBody(request), since)];
    } catch (error) {
      if (error instanceof RequestError) {
        answer = [400, { error: error.message }];
      } else {
        console.error(error);
        answer = [500, { error: 'The model failed to answer' }];
        log.write({
          prediction_id: randomUUID(),
          timestamp: new Date().toISOString(),
          model_version: model.version,
          variant,
          latency_ms: Number((performance.now() - since).toFixed(3)),
          status_code: 500,
        });
      }
    }
    metrics.observe(answer[0], (performance.now() - since) / 1000);
    return answer;
  }

  /** @param {Incoming} request @returns {Promise<[number, unknown]>} */
  async function answer(request) {
    const { pathname } = new URL(request.url ?? '/', 'http://service');
    const name = names.find(one => pathname === `${one}/infer`);
    if (name && request.method === 'POST') return answerInference(request);
    if (request.method !== 'GET') return [404, { error: 'Not found' }];
    if (names.includes(pathname)) {
      return [200, toMetadata(model, schema.columns)];
    }
    switch (pathname) {
      case '/health':
      case '/v2/health/live':
      case '/v2/health/ready':
        return [200, { live: true, ready: true, version: model.version }];
      case '/metrics':
        return [200, String(metrics)];
      default:
        return names.some(one => pathname === `${one}/ready`)
          ? [200, { name: model.name, ready: true }]
          : [404, { error: 'Not found' }];
    }
  }

  return createServer(async (request, response) => {
    const [code, body] = await answer(request);
    const isText = typeof body === 'string';
    response.writeHead(code, {
      'content-type': isText
        ? 'text/plain; version=0.0.4; charset=utf-8'
        : 'application/json',
    });
    response.end(isText ? body : JSON.stringify(body));
  });
}
