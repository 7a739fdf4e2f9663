/** A text as every database takes it: PostgreSQL refuses the character NUL. @public */
export function plainText(text: string): string;
/** The same where there may be none. @public */
export function plainText(text: string | undefined): string | null;
export function plainText(text: string | undefined): string | null {
  // eslint-disable-next-line no-control-regex
  return text === undefined ? null : text.replace(/\u0000/g, '\uFFFD');
}
