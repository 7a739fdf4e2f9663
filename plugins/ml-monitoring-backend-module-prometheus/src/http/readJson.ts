import { isError } from '@backstage/errors';

/** Answers are smaller, and a hostile one is not read to its end. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Why a body is not the JSON that was expected, in words that follow the server's name. */
export class UnreadableBody extends Error {
  /** The body where it is text for people, such as `no org id`. */
  readonly text?: string;

  constructor(message: string, text?: string) {
    super(message);
    this.text = text;
  }
}

async function readText(response: Response): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      throw new UnreadableBody(
        `answered more than ${MOST_BYTES / 1024 / 1024} MiB`,
      );
    }
    text += decoder.decode(value, { stream: true });
  }
}

function wasWithdrawn(error: unknown): boolean {
  return isError(error) && ['AbortError', 'TimeoutError'].includes(error.name);
}

/** Reads an answer as JSON. */
export async function readJson(response: Response): Promise<unknown> {
  let text: string;
  try {
    text = await readText(response);
  } catch (error) {
    if (error instanceof UnreadableBody || wasWithdrawn(error)) throw error;
    throw new UnreadableBody('broke off in the middle of its answer');
  }
  try {
    return JSON.parse(text);
  } catch {
    if (/^\s*</.test(text)) {
      throw new UnreadableBody(
        'answered a web page instead of JSON: the address may be that of a sign-in page, or lack a path',
      );
    }
    throw new UnreadableBody(
      'answered JSON that is cut off or malformed',
      text,
    );
  }
}
