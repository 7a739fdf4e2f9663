import {
  CompiledRubric,
  compileRubric,
  validateRubric,
} from '@airworthy/plugin-ml-maturity-common';
import fc from 'fast-check';
import { TEST_RUBRIC } from '../__testUtils__/rubric';
import { ScorecardSummary } from '../database/ScorecardStore';
import { Organisation } from './Organisation';
import { PortfolioView } from './PortfolioService';
import { RubricPortfolio } from './RubricPortfolio';
import { compileFilter } from './compileFilter';
import { rollUpBy } from './rollUpBy';

const compiled: CompiledRubric = (() => {
  const result = validateRubric(TEST_RUBRIC);
  if (!result.ok) throw new Error('the test rubric is wrong');
  return compileRubric(result.rubric);
})();

const group = (index: number) => `group:default/g${index}`;

interface Model {
  owner: number | undefined;
  statuses: string;
  current: boolean;
  hidden: boolean;
}

const modelArbitrary: fc.Arbitrary<Model> = fc.record({
  owner: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
  statuses: fc
    .array(fc.constantFrom('P', 'F', 'U', 'E', 'W', 'N', 'p', 'u'), {
      minLength: 3,
      maxLength: 3,
    })
    .map(letters => letters.join('')),
  current: fc.boolean(),
  hidden: fc.boolean(),
});

// Parents of six groups: any links, circles among them.
const parentsArbitrary = fc.array(
  fc.array(fc.nat({ max: 5 }), { maxLength: 2 }),
  { minLength: 6, maxLength: 6 },
);

function organisationOf(parents: number[][]): Organisation {
  return Organisation.fromEntities(
    parents.map((above, index) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: `g${index}`, namespace: 'default' },
      relations: above.map(parent => ({
        type: 'childOf',
        targetRef: group(parent),
      })),
    })),
  );
}

function summaryOf(model: Model, index: number): ScorecardSummary {
  const entityRef = `mlmodel:default/m${index}`;
  return {
    entityRef,
    rubricId: 'small',
    rubricDigest: model.current ? compiled.digest : 'older',
    entity: {
      entityRef,
      kind: 'MlModel',
      namespace: 'default',
      name: `m${index}`,
      owner: model.owner === undefined ? undefined : group(model.owner),
      tags: [],
    },
    statuses: model.statuses,
    level: 0,
    score: null,
    waived: 0,
    evaluatedAt: '2026-01-01T00:00:00.000Z',
  };
}

function viewOf(models: Model[], parents: number[][]): PortfolioView {
  const portfolio = new RubricPortfolio(compiled, models.map(summaryOf));
  const included = models.map(({ hidden }) => !hidden);
  return {
    rubric: { compiled, source: '', loadedAt: '', problems: [] },
    portfolio,
    organisation: organisationOf(parents),
    rows: portfolio.rows.filter((_, index) => included[index]),
    include: index => included[index],
    isVisible: () => true,
    change: 1,
  };
}

/** The groups that a group stands above, itself included, worked out by walking up from each. */
function isBelow(parents: number[][], from: number, to: number): boolean {
  const seen = new Set<number>();
  const walk = (at: number): boolean => {
    if (at === to) return true;
    if (seen.has(at)) return false;
    seen.add(at);
    return parents[at].some(walk);
  };
  return walk(from);
}

describe('rollups', () => {
  it('count in each group what its parts are, each model once, and nothing hidden', () => {
    fc.assert(
      fc.property(
        fc.array(modelArbitrary, { maxLength: 25 }),
        parentsArbitrary,
        (models, parents) => {
          const view = viewOf(models, parents);
          const { nodes, total, unassigned } = rollUpBy(view, {
            by: 'owner',
            measure: 'check',
            filter: {},
          });
          const visible = models.filter(({ hidden }) => !hidden);
          expect(total.models).toBe(visible.length);
          for (const summary of [...nodes, total, unassigned]) {
            expect(summary.evaluated + summary.notEvaluated).toBe(
              summary.models,
            );
            expect(summary.levels.reduce((a, b) => a + b, 0)).toBe(
              summary.evaluated,
            );
          }
          for (const node of nodes) {
            const to = Number(node.id.slice(-1));
            const of = visible.filter(
              ({ owner }) => owner !== undefined && isBelow(parents, owner, to),
            );
            expect(node.models).toBe(of.length);
            // What was evaluated by another rubric counts as not evaluated.
            expect(node.notEvaluated).toBe(
              of.filter(({ current }) => !current).length,
            );
            const letters = of
              .filter(({ current }) => current)
              .map(({ statuses }) => statuses[0]);
            expect(node.cells[0].counts).toMatchObject({
              pass: letters.filter(letter => letter === 'P').length,
              unknown: letters.filter(letter => letter === 'U').length,
              error: letters.filter(letter => letter === 'E').length,
            });
          }
          expect(unassigned.models).toBe(
            visible.filter(({ owner }) => owner === undefined).length,
          );
        },
      ),
    );
  });

  it('link each group to exactly the models that it counts', () => {
    fc.assert(
      fc.property(
        fc.array(modelArbitrary, { maxLength: 25 }),
        parentsArbitrary,
        (models, parents) => {
          const view = viewOf(models, parents);
          const { nodes } = rollUpBy(view, {
            by: 'owner',
            measure: 'score',
            filter: {},
          });
          for (const node of nodes) {
            const matches = compileFilter(node.filter, {
              compiled,
              pool: view.portfolio.pool,
              organisation: view.organisation,
              mayDescend: () => true,
            });
            expect(view.rows.filter(matches)).toHaveLength(node.models);
          }
        },
      ),
    );
  });
});
