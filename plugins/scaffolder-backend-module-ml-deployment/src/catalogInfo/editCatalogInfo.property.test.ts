import { JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { editCatalogInfo } from './editCatalogInfo';
import { mergePatch } from './mergePatch';

/* Documents as people write them: comments, quotes, several layouts. */
const others = [
  'kind: A # one\nmetadata: {name:   a}\n',
  '# only a comment\n',
  'kind: \'Template\'\nmetadata:\n    name: "t"\nspec:\n    run: |\n      echo ${{ x }}\n\n      # no comment\n',
  'kind: B\nmetadata: &m\n  name: b\ncopy: *m\n\n\n',
  '- a list\n-   of two\n',
  'text\n',
  'kind: C\nmetadata:\n  name: c\n  title: >-\n    folded\n    text\n',
];

const scalar = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    'true',
    '1e3',
    '- a',
    'a: b',
    '#x',
    ' x ',
    "it's",
    'a\nb\n',
    '0x1f',
    '~',
  ),
  fc.integer(),
  // Inputs come as JSON, which knows no zero below zero.
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map(value => (value === 0 ? 0 : value)),
  fc.boolean(),
);
const key = fc
  .string({ minLength: 1, maxLength: 8 })
  .filter(text => !['__proto__', 'constructor', 'prototype'].includes(text));
const tree = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

const entity = (spec: unknown) => ({
  apiVersion: 'example.com/v1',
  kind: 'Thing',
  metadata: { name: 'thing' },
  spec: { value: spec },
});

const read = (content: string) => {
  const documents = parseAllDocuments(content);
  return (Array.isArray(documents) ? documents : []).map(document => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
};

describe('editCatalogInfo', () => {
  it('leaves every other document to the letter, and reads as it was told', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...others), { maxLength: 4 }),
        fc.uniqueArray(fc.constantFrom(...others), { maxLength: 3 }),
        tree,
        tree,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (some, more, first, second, eol, merge) => {
          const own = (text: string) => text.replace(/\n/g, eol);
          const before = some.map(text => own(`---\n${text}`)).join('');
          const after = more
            .filter(text => !some.includes(text))
            .map(text => own(`---\n${text}`))
            .join('');
          const edit = (content: string, value: unknown) =>
            editCatalogInfo({
              path: 'info.yaml',
              content,
              entities: [entity(value)],
              merge,
            }).content;

          const added = edit(before, first);
          expect(added.startsWith(before)).toBe(true);
          const whole = added + after;
          expect(edit(whole, first)).toBe(whole);

          const changed = edit(whole, second);
          expect(changed.startsWith(before)).toBe(true);
          expect(changed.endsWith(after)).toBe(true);
          const found = read(changed).filter(
            document => document?.kind === 'Thing',
          );
          expect(found).toHaveLength(1);
          expect(found[0].spec.value).toEqual(
            merge
              ? mergePatch(first as JsonValue, second as JsonValue)
              : second,
          );
          expect(edit(changed, second)).toBe(changed);
        },
      ),
      { numRuns: 300 },
    );
  });
});
