import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [key, canonical((value as Record<string, unknown>)[key])]),
  );
}

/**
 * SHA-256 of a JSON value with its keys sorted: equal for equal content,
 * however it was written.
 *
 * @public
 */
export function contentDigest(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(canonical(value)))));
}
