import { RollupEntry } from '@airworthy/plugin-ml-maturity-common';
import { rollup } from '../../__testUtils__/organisation';
import { branchKeys, heatmapRows } from './heatmapRows';

const TITLES = { total: 'All', unassigned: 'None' };
const response = rollup({ by: 'owner', measure: 'category' });
const byTitle = { by: 'title', order: 'asc' } as const;

describe('heatmapRows', () => {
  it('sorts the rows of a group by a column, what has no score last', () => {
    const open = new Set(branchKeys(response.nodes));
    const rows = (order: 'asc' | 'desc') =>
      heatmapRows(
        response,
        open,
        { by: { column: 'code' }, order },
        TITLES,
      ).map(({ title, depth }) => `${depth} ${title}`);
    expect(rows('asc')).toEqual([
      '0 Air',
      '1 Gates',
      '1 Delays',
      '0 None',
      '0 All',
    ]);
    expect(rows('desc')).toEqual(rows('asc'));
  });

  it('shows a team below each of its parents, and stops at a circle', () => {
    const node = (id: string, parents: string[]): RollupEntry => ({
      ...response.nodes[0],
      id,
      title: id,
      parents,
    });
    const nodes = [
      node('root', []),
      node('a', ['root', 'b']),
      node('b', ['root', 'a']),
    ];
    const rows = heatmapRows(
      { ...response, nodes, unassigned: { ...response.unassigned, models: 0 } },
      new Set(branchKeys(nodes)),
      byTitle,
      TITLES,
    );
    expect(rows.map(({ key }) => key)).toEqual([
      'root',
      'root>a',
      'root>a>b',
      'root>b',
      'root>b>a',
      '(all)',
    ]);
  });
});
