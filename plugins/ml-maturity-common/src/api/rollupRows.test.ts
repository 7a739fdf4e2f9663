import fc from 'fast-check';
import { CHECK_STATUSES } from '../evaluation/types';
import { RollupCell } from '../rollups/types';
import { RollupResponse } from './portfolio';
import { compactRollup, expandRollup } from './rollupRows';

const cellOf = (column: string) =>
  fc
    .tuple(
      fc.nat(20),
      fc.nat(20),
      fc.array(fc.nat(9), { minLength: 6, maxLength: 6 }),
    )
    .map(([passed, missed, numbers]): RollupCell => {
      const total = passed + missed;
      return {
        column,
        score: total > 0 ? passed / total : null,
        passed,
        total,
        counts: Object.fromEntries(
          CHECK_STATUSES.map((status, i) => [status, numbers[i]]),
        ) as RollupCell['counts'],
      };
    });

describe('a rollup that is sent', () => {
  it('arrives as it was', () => {
    const columns = ['data', 'model', 'code'];
    const cells = fc.tuple(...columns.map(cellOf));
    fc.assert(
      fc.property(cells, cells, cells, (total, unassigned, node) => {
        const response = {
          columns: columns.map(id => ({ id, title: id })),
          total: { models: 2, cells: total },
          unassigned: { models: 1, cells: unassigned },
          nodes: [{ id: 'a', cells: node }],
        } as unknown as RollupResponse;
        const sent = JSON.parse(JSON.stringify(compactRollup(response)));
        expect(expandRollup(sent)).toEqual(response);
      }),
    );
  });
});
