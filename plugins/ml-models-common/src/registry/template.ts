import { getJsonValueAtPath } from '@backstage/filter-predicates';
import { JsonObject } from '@backstage/types';
import { slug } from './names';

const FILTERS: Record<string, (text: string) => string> = {
  slug,
  lower: text => text.toLocaleLowerCase('en-US'),
};
const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;
const INSIDE = /^\s*([^|\s][^|]*?)\s*(?:\|\s*([a-z]+)\s*)?$/;

function parsePlaceholder(inside: string): { path: string; filter?: string } {
  const match = INSIDE.exec(inside);
  if (!match) {
    throw new Error(
      `expected a field such as {{ tags.team }}, was {{${inside}}}`,
    );
  }
  const [, path, filter] = match;
  if (filter && !Object.hasOwn(FILTERS, filter)) {
    throw new Error(
      `expected one of the filters ${Object.keys(FILTERS).join(
        ' and ',
      )}, was "${filter}"`,
    );
  }
  return { path, filter };
}

/** Throws where a template cannot be filled in, whatever the values are. */
export function checkTemplate(template: string): void {
  for (const [, inside] of template.matchAll(PLACEHOLDER)) {
    parsePlaceholder(inside);
  }
  if (/\{\{|\}\}/.test(template.replace(PLACEHOLDER, ''))) {
    throw new Error('expected {{ and }} in pairs');
  }
}

/**
 * A template with its placeholders (`{{ tags.team | slug }}`) filled in, or
 * undefined where one of them has no value. Nothing but fields is evaluated.
 */
export function fillTemplate(
  template: string,
  values: JsonObject,
): string | undefined {
  let missing = false;
  const text = template.replace(PLACEHOLDER, (_, inside) => {
    const { path, filter } = parsePlaceholder(inside);
    const value = getJsonValueAtPath(values, path);
    if (
      value === undefined ||
      value === null ||
      value === '' ||
      typeof value === 'object'
    ) {
      missing = true;
      return '';
    }
    return filter ? FILTERS[filter](String(value)) : String(value);
  });
  return missing ? undefined : text.trim();
}
