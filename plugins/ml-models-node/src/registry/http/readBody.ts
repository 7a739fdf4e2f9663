import type { Readable } from 'node:stream';

/** A body that is longer than may be read. */
export class BodyTooLarge extends Error {}

/** Reads a body to its end, but no further than so many bytes. */
export async function readBody(body: Readable, most: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    // Leaving the loop destroys the stream, and so the connection.
    if (size > most) throw new BodyTooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
