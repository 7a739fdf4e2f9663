import { parseManifests } from './parse';

const parse = (content: string) =>
  parseManifests([{ path: 'm.yaml', content }]);

describe('parseManifests', () => {
  it('reads several documents, and none where nothing is in one', () => {
    expect(parse('---\na: 1\n---\n# nothing\n---\nb: &x [1]\nc: *x\n')).toEqual(
      [{ a: 1 }, { b: [1], c: [1] }],
    );
    expect(parse('')).toEqual([]);
  });

  it.each([
    ['what is not YAML', 'a: [1\nb: 2\n', /^m\.yaml: expected YAML, was: /],
    ['an alias of nothing', 'a: *gone\n', /^m\.yaml: expected YAML, was: /],
    [
      'aliases that would fill the memory',
      `a: &a [${'x,'.repeat(9)}x]\n${'bcdefgh'
        .split('')
        .map((key, i) => {
          const before = 'abcdefg'[i];
          return `${key}: &${key} [${`*${before},`.repeat(9)}*${before}]\n`;
        })
        .join('')}`,
      /^m\.yaml: expected YAML, was: Excessive alias count/,
    ],
  ])('refuses %s', (_, content, message) => {
    expect(() => parse(content)).toThrow(message);
  });
});
