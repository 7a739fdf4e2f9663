import { InputError } from '@backstage/errors';
import { labelName } from './escape';

/** What a query may ask to be filled in. */
export const PLACEHOLDERS = [
  'selector',
  'window',
  'step',
  'by',
  'variantLabel',
  'quantile',
] as const;

/** Name of what is filled in. */
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** A query with places to be filled in, taken apart once. */
export interface QueryTemplate {
  readonly source: string;
  readonly parts: readonly (string | { readonly placeholder: Placeholder })[];
}

/** Values of the places of a query. */
export interface TemplateValues {
  /** Conditions between braces; made by `selectorOf` and its like. */
  selector: string;
  windowSeconds: number;
  stepSeconds: number;
  /** Labels to group by. */
  by: readonly string[];
  variantLabel?: string;
  quantile?: number;
}

const PLACE = /\{\{\s*([A-Za-z]*)\s*\}\}/y;

function isPlaceholder(name: string): name is Placeholder {
  return (PLACEHOLDERS as readonly string[]).includes(name);
}

// Numbers, spans and names of labels hold no quotes.
const SAFE_IN_QUOTES: readonly Placeholder[] = [
  'window',
  'step',
  'variantLabel',
  'quantile',
];

function placeAt(source: string, at: number) {
  PLACE.lastIndex = at;
  const place = PLACE.exec(source);
  if (!place) {
    // Braces of a metric may stand before a place: `{{{selector}}}`.
    if (/^\{\{[^{]/.test(source.slice(at, at + 3))) {
      throw new Error(
        `expected the name of a place, was ${source.slice(at, at + 20)}`,
      );
    }
    return undefined;
  }
  const [text, name] = place;
  if (isPlaceholder(name)) return { text, name };
  const names = PLACEHOLDERS.map(placeholder => `{{${placeholder}}}`);
  throw new Error(`expected one of ${names.join(', ')}, was ${text}`);
}

function refuseMisplaced(name: Placeholder, quote: string, braces: number) {
  if (quote && !SAFE_IN_QUOTES.includes(name)) {
    throw new Error(`expected no {{${name}}} within quotes`);
  }
  if (name === 'selector' && braces === 0) {
    throw new Error(
      'expected {{selector}} between the braces of a metric, such as requests_total{ {{selector}} }',
    );
  }
}

/**
 * Takes a query apart. A selector is filled in between the braces of a metric
 * and outside of quotes only: within them its own quotes would end the string,
 * and what follows would be read as PromQL.
 */
export function parseTemplate(source: string): QueryTemplate {
  const parts: (string | { placeholder: Placeholder })[] = [];
  let text = '';
  let quote = '';
  let braces = 0;
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    const place = placeAt(source, i);
    if (place) {
      refuseMisplaced(place.name, quote, braces);
      parts.push(text, { placeholder: place.name });
      text = '';
      i += place.text.length - 1;
      continue;
    }
    text += char;
    if (quote) {
      // Backquoted strings have no escapes.
      if (char === '\\' && quote !== '`') text += source[++i] ?? '';
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'" || char === '`') {
      quote = char;
    } else if (char === '#') {
      throw new Error('expected no comment, which begins with #');
    } else if (char === '{') {
      braces++;
    } else if (char === '}') {
      braces--;
    }
  }
  if (quote) throw new Error(`a string that begins with ${quote} has no end`);
  if (braces !== 0) throw new Error('expected as many { as }');
  parts.push(text);
  return { source, parts: parts.filter(part => part !== '') };
}

/** Whether a query asks for this to be filled in. */
export function uses(template: QueryTemplate, name: Placeholder): boolean {
  return template.parts.some(
    part => typeof part !== 'string' && part.placeholder === name,
  );
}

/** A span as PromQL writes it; whole milliseconds, since it takes no fractions. */
export function duration(seconds: number): string {
  const milliseconds = Math.max(1, Math.round(seconds * 1000));
  return milliseconds % 1000 === 0
    ? `${milliseconds / 1000}s`
    : `${milliseconds}ms`;
}

function requiredLabel({ variantLabel }: TemplateValues): string {
  if (variantLabel) return variantLabel;
  throw new InputError(
    'expected a variantLabel, which a query of the preset asks for',
  );
}

function fill(name: Placeholder, values: TemplateValues): string {
  switch (name) {
    case 'selector':
      return values.selector;
    case 'window':
      return duration(values.windowSeconds);
    case 'step':
      return duration(values.stepSeconds);
    case 'by':
      return values.by.map(labelName).join(', ');
    case 'variantLabel':
      return labelName(requiredLabel(values));
    default:
      return `${values.quantile ?? ''}`;
  }
}

/** The query with its places filled in. */
export function renderQuery(
  template: QueryTemplate,
  values: TemplateValues,
): string {
  return template.parts
    .map(part =>
      typeof part === 'string' ? part : fill(part.placeholder, values),
    )
    .join('');
}
