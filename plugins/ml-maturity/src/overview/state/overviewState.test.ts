import fc from 'fast-check';
import {
  COLUMNS,
  FILTERS,
  OverviewState,
  ROWS,
  filterOf,
  formatOverviewState,
  listFilterOf,
  parseOverviewState,
} from './overviewState';

const value = fc.string({ minLength: 1, maxLength: 40 });
const values = fc.uniqueArray(value, { minLength: 1, maxLength: 5 });
const levels = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), {
  maxLength: 4,
});

describe('state of the page', () => {
  it('comes back from its address as it was', () => {
    const state = fc.record<OverviewState>({
      rubric: fc.option(value, { nil: undefined }),
      text: fc.string({ maxLength: 200 }),
      filters: fc.dictionary(fc.constantFrom(...FILTERS), values),
      level: levels,
      results: fc.dictionary(
        fc.constantFrom('check', 'category', 'phase'),
        values,
      ),
      checkLevel: levels,
      status: fc.constantFrom([], ['fail', 'error']),
      by: fc.constantFrom(...ROWS),
      measure: fc.constantFrom(...COLUMNS),
      cell: fc.option(fc.record({ row: value, column: value }), {
        nil: undefined,
      }),
      days: fc.constantFrom(30, 90, 365),
      sort: fc.constantFrom('score', 'level', 'name', 'evaluatedAt'),
      order: fc.constantFrom('asc', 'desc'),
      campaign: fc.option(value, { nil: undefined }),
      view: fc.constantFrom('checks', 'what-if'),
    } as never);
    fc.assert(
      fc.property(state, known => {
        const text = formatOverviewState(known).toString();
        const read = parseOverviewState(new URLSearchParams(text));
        expect({ ...read, filters: { ...read.filters } }).toEqual({
          ...known,
          filters: { ...known.filters },
          results: { ...known.results },
        });
      }),
    );
  });

  it('takes what it does not understand as not said', () => {
    const state = parseOverviewState(
      new URLSearchParams(
        'by=colour&measure=mood&level=-1&level=x&level=2&status=bad&days=7&sort=luck&row=a&size=9',
      ),
    );
    expect(state).toMatchObject({
      by: 'owner',
      measure: 'category',
      level: [2],
      status: [],
      days: 90,
      sort: 'score',
      cell: undefined,
    });
    expect(formatOverviewState(state).toString()).toBe('level=2');
  });

  it('keeps filters by results out of what the whole page is about', () => {
    const state = parseOverviewState(
      new URLSearchParams('owner=a&level=1&check=c&q=+x+'),
    );
    expect(filterOf(state)).toEqual({ owner: ['a'], text: 'x' });
    expect(listFilterOf(state)).toEqual({
      owner: ['a'],
      text: 'x',
      level: [1],
      check: ['c'],
    });
  });
});
