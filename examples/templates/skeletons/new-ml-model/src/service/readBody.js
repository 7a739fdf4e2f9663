import { RequestError } from './protocol.js';

const MOST_BYTES = 1024 * 1024;

/**
 * The JSON that a request brings.
 *
 * @param {AsyncIterable<Buffer>} request
 * @returns {Promise<unknown>}
 */
export async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) {
      throw new RequestError(`expected at most ${MOST_BYTES} bytes`);
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new RequestError('expected JSON');
  }
}
