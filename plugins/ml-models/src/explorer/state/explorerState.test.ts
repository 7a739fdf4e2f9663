import fc from 'fast-check';
import { DEPLOYMENTS, MODELS } from '../query/definitions';
import {
  ExplorerState,
  PAGE_SIZES,
  clearNarrowing,
  formatExplorerState,
  isNarrowed,
  parseExplorerState,
} from './explorerState';

const parse = (query: string, definition = MODELS) =>
  parseExplorerState(new URLSearchParams(query), definition);

const states: fc.Arbitrary<ExplorerState> = fc.record({
  search: fc.string({ maxLength: 300, unit: 'grapheme-ascii' }),
  filters: fc.dictionary(
    fc.constantFrom(...MODELS.filters.map(({ id }) => id)),
    fc.uniqueArray(fc.string({ minLength: 1, maxLength: 50 }), {
      minLength: 1,
      maxLength: 50,
    }),
    { noNullPrototype: true },
  ),
  mine: fc.boolean(),
  starred: fc.boolean(),
  sort: fc.record({
    id: fc.constantFrom(...MODELS.sorts.map(({ id }) => id)),
    order: fc.constantFrom('asc' as const, 'desc' as const),
  }),
  page: fc.nat({ max: 99_999 }),
  size: fc.constantFrom(...PAGE_SIZES),
});

describe('explorerState', () => {
  it('reads back every state that it wrote', () => {
    fc.assert(
      fc.property(states, state => {
        const text = formatExplorerState(state).toString();
        expect(parse(text)).toEqual(state);
      }),
    );
  });

  it('leaves a list as it usually is out of the address', () => {
    expect(formatExplorerState(parse('')).toString()).toBe('');
  });

  it('reads what a person would type', () => {
    expect(
      parse(
        'q=churn&owner=group:default/growth&owner=user:default/ada&mine=true&sort=-updated&page=3&size=50',
      ),
    ).toEqual({
      search: 'churn',
      filters: { owner: ['group:default/growth', 'user:default/ada'] },
      mine: true,
      starred: false,
      sort: { id: 'updated', order: 'desc' },
      page: 2,
      size: 50,
    });
  });

  it.each([
    'page=0',
    'page=-3',
    'page=1.5',
    'page=many',
    'page=9999999999',
    'size=1000000',
    'size=x',
    'sort=__proto__',
    'sort=-',
    'mine=maybe',
    'owner=',
    '__proto__=x',
    'runtime=kserve',
  ])('takes %s for not said', query => {
    expect(parse(query)).toEqual(parse(''));
  });

  it('knows other filters for another list', () => {
    expect(parse('runtime=kserve', DEPLOYMENTS).filters).toEqual({
      runtime: ['kserve'],
    });
  });

  it('bounds what an address can ask for', () => {
    const many = Array.from({ length: 200 }, (_, i) => `tag=t${i}`).join('&');
    expect(parse(many).filters.tag).toHaveLength(50);
    expect(parse(`q=${'x'.repeat(5_000)}`).search).toHaveLength(300);
    expect(parse(`tag=${'x'.repeat(301)}`).filters).toEqual({});
  });

  it('tells what narrows a list from what only arranges it', () => {
    expect(isNarrowed(parse('sort=-updated&page=2&size=50'))).toBe(false);
    for (const query of ['q=a', 'owner=a', 'mine=true', 'starred=true']) {
      expect(isNarrowed(parse(query))).toBe(true);
      const cleared = clearNarrowing(parse(`${query}&sort=-updated&page=4`));
      expect(formatExplorerState(cleared).toString()).toBe('sort=-updated');
    }
  });
});
