const MARK = '…';

/** At most so many characters, with a mark where something was cut; no half of a surrogate pair stays. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text
    .slice(0, max - MARK.length)
    .replace(/[\uD800-\uDBFF]$/, '')}${MARK}`;
}

/** A text that every database takes: without NUL. */
export function withoutNul(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\u0000/g, '\uFFFD');
}

/** A text on one line, or undefined where nothing is left of it. */
export function oneLine(
  text: string | undefined,
  max: number,
): string | undefined {
  const line = cut(
    withoutNul(text ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    max,
  );
  // Only what trimming of the mark's place left behind.
  return line.trim() || undefined;
}

/** Markdown, or undefined for an empty one. */
export function longText(
  text: string | undefined,
  max: number,
): string | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  return cut(withoutNul(text), max);
}
