import fc from 'fast-check';
import { CHECK_STATUSES, CheckStatus } from '../evaluation/types';
import { summarise } from '../scores/summarise';
import { check, compiledOf, resultsOf } from '../testing/fixtures';
import { rollUp } from './rollUp';
import { RollupTable } from './RollupTable';
import { RollupModel } from './types';

const compiled = compiledOf([
  check('goals', { level: 0, phase: 'gather' }),
  check('schema', { level: 1, weight: 2 }),
  check('tests', { level: 1, category: 'model' }),
  check('canary', { level: 2, category: 'model' }),
]);

function modelOf(
  name: string,
  groups: string[],
  statuses?: CheckStatus[],
): RollupModel {
  return {
    ref: `mlmodel:default/${name}`,
    groups,
    ...(statuses ? { results: resultsOf(compiled.rubric, statuses) } : {}),
  };
}

// division owns one model itself; team-a and team-b lie below it, and team-b
// below team-a too.
const parents = new Map([
  ['team-a', ['division']],
  ['team-b', ['division', 'team-a']],
]);
const models = [
  modelOf('one', ['division'], ['pass', 'pass', 'pass', 'pass']),
  modelOf('two', ['team-a'], ['fail', 'pass', 'fail', 'unknown']),
  modelOf('three', ['team-b', 'team-a'], ['pass', 'waived', 'pass', 'error']),
  modelOf('four', ['team-b']),
  modelOf('five', [], ['pass', 'fail', 'fail', 'not-applicable']),
];

describe('rollUp', () => {
  it('counts each model once, however many paths lead to it', () => {
    const table = RollupTable.create(compiled, models);
    const { total, unassigned, nodes } = rollUp(table, {
      columns: 'category',
      parents,
    });
    expect(nodes.map(({ id, models: count }) => [id, count])).toEqual([
      ['division', 4],
      ['team-a', 3],
      ['team-b', 2],
    ]);
    expect([total.models, unassigned.models]).toEqual([5, 1]);
    const [division] = nodes;
    expect(division).toMatchObject({
      evaluated: 3,
      notEvaluated: 1,
      // one is at 2, two at 0, three at 1 by a waived check.
      levels: [1, 1, 1],
      withWaivers: 1,
      counts: {
        pass: 7,
        fail: 2,
        unknown: 1,
        error: 1,
        waived: 1,
        'not-applicable': 0,
      },
    });
    // Means: 5/5, 2/5 and 2/3 of the weights that count.
    expect(division.score).toBeCloseTo((1 + 2 / 5 + 2 / 3) / 3);
    // Category data: goals (1) and schema (2): one 3/3, two 2/3, three 1/1.
    expect(division.cells[0]).toMatchObject({
      column: 'data',
      passed: 6,
      total: 7,
      score: 6 / 7,
    });
    expect(division.cells[1]).toMatchObject({
      column: 'model',
      passed: 3,
      total: 6,
    });
  });

  it('answers by level, phase and check, for the nodes that are asked for', () => {
    const table = RollupTable.create(compiled, models);
    const columns = (by: 'level' | 'phase' | 'check') =>
      rollUp(table, {
        columns: by,
        parents,
        nodes: ['team-b'],
      }).nodes[0].cells.map(({ column, score }) => [column, score]);
    expect(columns('level')).toEqual([
      ['0', 1],
      ['1', 1],
      ['2', 0],
    ]);
    expect(columns('phase')).toEqual([
      ['gather', 1],
      ['plan', null],
    ]);
    expect(columns('check')).toEqual([
      ['goals', 1],
      ['schema', null],
      ['tests', 1],
      ['canary', 0],
    ]);
  });

  it('leaves out models that may not be seen', () => {
    const table = RollupTable.create(compiled, models);
    const { total, nodes } = rollUp(table, {
      columns: 'category',
      parents,
      include: index => !table.refAt(index).endsWith('/one'),
    });
    expect(total.models).toBe(4);
    expect(nodes.find(({ id }) => id === 'division')?.models).toBe(3);
  });

  it('ends when groups form a circle', () => {
    const table = RollupTable.create(compiled, models);
    const circle = new Map([
      ['team-a', ['team-b']],
      ['team-b', ['team-a']],
    ]);
    expect(
      rollUp(table, { columns: 'category', parents: circle }).nodes.map(
        ({ id, models: count }) => [id, count],
      ),
    ).toEqual([
      ['division', 1],
      ['team-a', 3],
      ['team-b', 3],
    ]);
  });

  it('finds the gaps that lift most models', () => {
    const table = RollupTable.create(compiled, models);
    expect(table.gaps()).toEqual([
      // two waits for tests alone, five for schema and tests; three for canary.
      { checkId: 'tests', fail: 2, unknown: 0, error: 0, blocks: 2, lifts: 1 },
      { checkId: 'canary', fail: 0, unknown: 1, error: 1, blocks: 1, lifts: 1 },
      { checkId: 'schema', fail: 1, unknown: 0, error: 0, blocks: 1, lifts: 0 },
      { checkId: 'goals', fail: 1, unknown: 0, error: 0, blocks: 0, lifts: 0 },
    ]);
  });
});

const statuses = fc.array(fc.constantFrom(...CHECK_STATUSES), {
  minLength: 4,
  maxLength: 4,
});
const team = fc.constantFrom('a', 'b', 'c', 'd');

describe('properties', () => {
  it('is the sum of its parts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(team, fc.option(statuses, { nil: undefined })), {
          maxLength: 30,
        }),
        drawn => {
          const table = RollupTable.create(
            compiled,
            drawn.map(([group, of], i) => modelOf(`${i}`, [group], of)),
          );
          const tree = new Map(
            ['a', 'b', 'c', 'd'].map(id => [id, ['root']] as const),
          );
          const { total, nodes } = rollUp(table, {
            columns: 'check',
            parents: tree,
          });
          const { id, ...root } = nodes.find(node => node.id === 'root')!;
          const parts = nodes.filter(node => node.id !== 'root');
          const sum = (of: (node: typeof root) => number) =>
            parts.reduce((all, part) => all + of(part), 0);
          // The mean is summed in another order.
          expect({ ...root, score: 0 }).toEqual({ ...total, score: 0 });
          expect(root.score ?? -1).toBeCloseTo(total.score ?? -1);
          expect(root.models).toBe(sum(part => part.models));
          expect(root.evaluated).toBe(sum(part => part.evaluated));
          root.levels.forEach((count, level) =>
            expect(count).toBe(sum(part => part.levels[level])),
          );
          root.cells.forEach((cell, i) => {
            expect(cell.passed).toBe(sum(part => part.cells[i].passed));
            expect(cell.total).toBe(sum(part => part.cells[i].total));
          });
          CHECK_STATUSES.forEach(status =>
            expect(root.counts[status]).toBe(sum(part => part.counts[status])),
          );
        },
      ),
    );
  });

  it('promises exactly the lifts that come true', () => {
    fc.assert(
      fc.property(fc.array(statuses, { maxLength: 15 }), drawn => {
        const table = RollupTable.create(
          compiled,
          drawn.map((of, i) => modelOf(`${i}`, [], of)),
        );
        for (const { checkId, lifts } of table.gaps()) {
          const index = compiled.checkIndex.get(checkId)!;
          const level = (of: CheckStatus[]) =>
            summarise(compiled, resultsOf(compiled.rubric, of)).level;
          const rising = drawn.filter(
            of =>
              ['fail', 'unknown', 'error'].includes(of[index]) &&
              level(of.with(index, 'pass')) > level(of),
          );
          expect(lifts).toBe(rising.length);
        }
      }),
    );
  });

  it('is the same after models came, changed and went', () => {
    const change = fc.tuple(
      fc.nat(40),
      team,
      fc.option(statuses, { nil: undefined }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 80 }), changes => {
        const table = RollupTable.create(compiled);
        const kept = new Map<string, RollupModel>();
        for (const [name, group, of, gone] of changes) {
          const entry = modelOf(`${name}`, [group], of);
          if (gone) {
            table.delete(entry.ref);
            kept.delete(entry.ref);
          } else {
            table.set(entry);
            kept.set(entry.ref, entry);
          }
        }
        const fresh = RollupTable.create(compiled, kept.values());
        const [a, b] = [table, fresh].map(of =>
          rollUp(of, { columns: 'category' }),
        );
        const rounded = (value: unknown) =>
          JSON.parse(
            JSON.stringify(value, (_, part) =>
              typeof part === 'number' ? Math.round(part * 1e9) / 1e9 : part,
            ),
          );
        expect(rounded(a)).toEqual(rounded(b));
        const byId = (gaps: ReturnType<typeof table.gaps>) =>
          gaps.sort((x, y) => x.checkId.localeCompare(y.checkId));
        expect(byId(table.gaps())).toEqual(byId(fresh.gaps()));
      }),
    );
  });
});
