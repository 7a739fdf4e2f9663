import { ResultHighlight } from '@backstage/plugin-search-common';

const LENGTH = 280;
const LEAD = 60;
// Model cards are Markdown, and lists are what stands out when run together.
const LIST_MARK = /^\s*(?:[-*+]|#{1,6}|\d{1,3}\.)\s+/gm;

const withoutTags = (text: string, tags: string[]) =>
  tags.reduce((rest, tag) => rest.split(tag).join(''), text);

/** Where the next word begins, so that a cut does not go through one. */
function wordAfter(text: string, from: number): number {
  const space = text.indexOf(' ', from);
  return space === -1 || space - from > 30 ? from : space + 1;
}

/** Moves a cut out of a surrogate pair, which would show as a broken sign. */
function safeCut(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/**
 * The part of a text that holds the first match. An engine such as Lunr marks
 * the matches in the whole text, which may be a long model card.
 */
export function snippet(
  text: string,
  highlight?: Pick<ResultHighlight, 'preTag' | 'postTag'>,
): string {
  const flat = text.replace(LIST_MARK, '').replace(/\s+/g, ' ').trim();
  const tags = highlight ? [highlight.preTag, highlight.postTag] : [];
  if (withoutTags(flat, tags).length <= LENGTH) return flat;

  const match = highlight ? flat.indexOf(highlight.preTag) : -1;
  const begin = match > LEAD ? safeCut(flat, wordAfter(flat, match - LEAD)) : 0;
  let end = safeCut(flat, Math.min(flat.length, begin + LENGTH));
  if (highlight) {
    // A tag that was opened is closed, and none is cut in two.
    const opened = flat.lastIndexOf(highlight.preTag, end);
    const closed = flat.indexOf(highlight.postTag, opened);
    if (
      opened >= begin &&
      closed !== -1 &&
      closed + highlight.postTag.length > end
    )
      end = closed + highlight.postTag.length;
  }
  return `${begin > 0 ? '… ' : ''}${flat.slice(begin, end).trim()}${
    end < flat.length ? ' …' : ''
  }`;
}
