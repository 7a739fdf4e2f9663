import fc from 'fast-check';
import { snippet } from './snippet';

const tags = { preTag: '<7>', postTag: '</7>' };

describe('snippet', () => {
  it('leaves a short text whole', () => {
    expect(snippet('Who will <7>leave</7>.\nSoon.', tags)).toBe(
      'Who will <7>leave</7>. Soon.',
    );
  });

  it('leaves out the marks of Markdown lists and headings', () => {
    expect(
      snippet(
        '## Limits\n- Films, not <7>flights</7>\n2. Two - or three',
        tags,
      ),
    ).toBe('Limits Films, not <7>flights</7> Two - or three');
  });

  it('shows the first match of a long text with the words around it', () => {
    const text = `${'before '.repeat(
      100,
    )}the <7>match</7> is here ${'after '.repeat(100)}`;
    const shown = snippet(text, tags);
    expect(shown).toMatch(/^… before/);
    expect(shown).toContain('the <7>match</7> is here after');
    expect(shown).toMatch(/ …$/);
    expect(shown.length).toBeLessThan(320);
  });

  it('begins at the beginning where nothing is marked', () => {
    expect(snippet('word '.repeat(200), tags)).toMatch(/^word word.* …$/);
    expect(snippet('word '.repeat(200))).toMatch(/^word word.* …$/);
  });

  it('never leaves a tag open or half of a sign', () => {
    const word = fc.oneof(
      fc
        .string({ unit: 'grapheme', maxLength: 12 })
        .map(s => s.replace(/[<>]/g, '')),
      fc.constant('<7>match</7>'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), words => {
        const shown = snippet(words.join(' '), tags);
        const count = (tag: string) => shown.split(tag).length - 1;
        expect(count('<7>')).toBe(count('</7>'));
        expect(shown.replace(/<\/?7>/g, '')).not.toMatch(/[<>]/);
        expect(shown.isWellFormed()).toBe(true);
        expect(count('<7>') > 0).toBe(words.includes('<7>match</7>'));
      }),
    );
  });
});
