import fc from 'fast-check';
import { checkTarget, periodAround } from '../../shared/status/checkTarget';
import { formatPlace, parsePlace } from '../../shared/monitoringPaths';
import { formatTabState, panelQuery, parseTabState } from './tabState';

const NOW = Date.parse('2026-06-30T12:00:00Z');
const state = (query: string) => parseTabState(new URLSearchParams(query));

describe('the address of the tab', () => {
  it('says what is asked for, and leaves out what is as usual', () => {
    expect(panelQuery(state(''))).toEqual({ window: 'PT24H' });
    expect(formatTabState(state('')).toString()).toBe('');
    expect(
      panelQuery(
        state('from=2026-06-01T02:00:00%2B02:00&to=2026-06-02T00:00:00Z'),
      ),
    ).toEqual({
      from: '2026-06-01T00:00:00.000Z',
      to: '2026-06-02T00:00:00.000Z',
    });
    expect(
      state('baseline=2026-05-01T00:00:00Z/2026-05-08T00:00:00Z').baseline,
    ).toBe('2026-05-01T00:00:00.000Z/2026-05-08T00:00:00.000Z');
  });

  it.each([
    'window=P400D',
    'from=2026-06-02T00:00:00Z&to=2026-06-01T00:00:00Z',
    'from=yesterday&to=2026-06-01T00:00:00Z',
    'to=2026-06-01T00:00:00Z',
    'baseline=sideways',
    'baseline=2026-06-02T00:00:00Z/2026-06-01T00:00:00Z',
    'rules=mine&test=guess&refresh=0',
  ])('takes %s for what is usual', query => {
    expect(panelQuery(state(query))).toEqual({ window: 'PT24H' });
    expect(state(query).ruleSet).toBeUndefined();
    expect(state(query).refresh).toBeUndefined();
  });

  it('names any feature in its path', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), feature => {
        const path = formatPlace('', { page: 'data', feature });
        expect(parsePlace(path)).toEqual({ page: 'data', feature });
      }),
    );
  });

  it('knows no page of another name', () => {
    expect(parsePlace('')).toEqual({ page: 'overview' });
    expect(parsePlace('/nowhere')).toBeUndefined();
    expect(parsePlace('/model/x')).toBeUndefined();
  });
});

describe('the period that shows when a check began', () => {
  it.each([
    ['2026-06-30T11:30:00Z', { window: 'PT1H' }],
    // 50 minutes ago leaves less than a quarter of an hour before it.
    ['2026-06-30T11:10:00Z', { window: 'PT6H' }],
    ['2026-06-29T00:00:00Z', { window: 'P7D' }],
    [
      '2026-01-01T00:00:00Z',
      { from: '2025-12-29T00:00:00.000Z', to: '2026-01-04T00:00:00.000Z' },
    ],
    ['never', {}],
  ])('for %s is %j', (since, expected) => {
    expect(periodAround(since, NOW)).toEqual(expected);
  });

  it('leads to the feature of a check of data', () => {
    const place = checkTarget(
      {
        id: 'psi/a',
        group: 'data',
        feature: 'a',
        since: '2026-06-30T11:30:00Z',
      },
      NOW,
    );
    expect(place).toMatchObject({ page: 'data', feature: 'a' });
    expect(place.query?.toString()).toBe('window=PT1H&check=psi%2Fa');
  });
});
