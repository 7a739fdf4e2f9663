import { isError } from '@backstage/errors';

const LONGEST_TEXT = 300;

const NETWORK: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name could not be looked up',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'there is no route to it',
  ETIMEDOUT: 'it could not be connected to in time',
  UND_ERR_CONNECT_TIMEOUT: 'it could not be connected to in time',
  UND_ERR_SOCKET: 'the connection was cut',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is of another host',
};

/** A failed connection in words, without the addresses that its own message may name. */
export function networkWords(error: unknown): string {
  let current = error;
  for (let depth = 0; depth < 5 && isError(current); depth++) {
    const { code, errors, cause } = current;
    if (typeof code === 'string') {
      return NETWORK[code] ? `${NETWORK[code]} (${code})` : code;
    }
    current = Array.isArray(errors) ? errors[0] : cause;
  }
  return 'the connection failed';
}

/** A server's own words: one line, not endless, and without what must stay secret. */
export function serverWords(text: string, secrets: readonly string[]): string {
  const hidden = secrets
    .filter(secret => secret.length > 0)
    .reduce((rest, secret) => rest.split(secret).join('***'), text);
  // eslint-disable-next-line no-control-regex
  const line = hidden.replace(/[\u0000-\u0020\u007f]+/g, ' ').trim();
  return line.length > LONGEST_TEXT
    ? `${line.slice(0, LONGEST_TEXT - 1)}…`
    : line;
}
