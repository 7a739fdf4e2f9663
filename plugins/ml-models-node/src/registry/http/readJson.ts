import { RegistryError, RegistryErrorKind } from './RegistryError';

type Fail = (
  kind: RegistryErrorKind,
  why: string,
  code?: string,
) => RegistryError;

const isHtml = (text: string) => /^\s*<(!doctype|html|head|body)\b/i.test(text);

/** The JSON of an answer that says that all went well. */
export function readJson(text: string, fail: Fail): unknown {
  if (isHtml(text)) {
    throw fail(
      'invalid-data',
      'it answered with a web page in place of JSON, as a sign-in page or a proxy does',
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw fail(
      'invalid-data',
      text.trim()
        ? 'it answered with JSON that is broken or cut off'
        : 'it answered with nothing',
    );
  }
}

const KINDS: Record<number, [RegistryErrorKind, string]> = {
  401: ['unauthorised', 'it does not know the credentials'],
  403: ['unauthorised', 'the credentials may not do that'],
  404: ['not-found', 'it does not know that'],
  408: ['timeout', 'it waited too long'],
  429: ['too-many-requests', 'it is asked too often'],
};

/** An error's own answer, such as MLflow's `{ error_code, message }`. */
function detailOf(text: string): { words?: string; code?: string } {
  if (isHtml(text)) return {};
  try {
    const body = JSON.parse(text);
    const code = body?.error_code ?? body?.code;
    const words = [code, body?.message ?? body?.error]
      .filter(word => typeof word === 'string')
      .join(': ');
    return {
      words: words || undefined,
      code: typeof code === 'string' ? code : undefined,
    };
  } catch {
    return { words: text.trim() || undefined };
  }
}

/** An answer with an error's status, in words. */
export function toRegistryError(
  status: number,
  text: string,
  fail: Fail,
): RegistryError {
  const [kind, words] = KINDS[status] ?? [
    status >= 500 ? 'unreachable' : 'refused',
    status >= 500 ? 'it is failing' : 'it refused the request',
  ];
  const detail = detailOf(text);
  return fail(
    kind,
    `${words} (${status}${detail.words ? `, ${detail.words}` : ''})`,
    detail.code,
  );
}
