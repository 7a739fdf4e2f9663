import {
  FILTER_NONE,
  PortfolioFilter,
  RollupBy,
  RollupColumns,
  RollupMeasure,
  RollupResponse,
  RollupSummary,
  Rubric,
  rollUp,
} from '@airworthy/plugin-ml-maturity-common';
import { Organisation } from './Organisation';
import { PortfolioView } from './PortfolioService';
import { PortfolioRow } from './PortfolioRow';
import { ValuesOf, domainsOf } from './compileFilter';

const NONE: readonly string[] = [];
const one = (value: string | undefined) => (value ? [value] : NONE);

const VALUES: Record<Exclude<RollupBy, 'domain'>, ValuesOf> = {
  owner: ({ entity }) => one(entity.owner),
  system: ({ entity }) => one(entity.system),
  lifecycle: ({ entity }) => one(entity.lifecycle),
  task: ({ entity }) => one(entity.task),
  track: ({ entity }) => one(entity.track),
};
const HIERARCHIES: readonly RollupBy[] = ['owner', 'domain'];
const REFERENCES: readonly RollupBy[] = ['owner', 'system', 'domain'];

function columnsOf(
  { categories, phases, levels, checks }: Rubric,
  measure: RollupMeasure,
): { id: string; title: string }[] {
  const brief = ({ id, title }: { id: string; title: string }) => ({
    id,
    title,
  });
  switch (measure) {
    case 'category':
      return categories.map(brief);
    case 'phase':
      return phases.map(brief);
    case 'check':
      return checks.map(brief);
    case 'level':
      return levels.map(({ level, title }) => ({ id: String(level), title }));
    default:
      return [];
  }
}

/** Nodes to answer for: those that models are in, and all above them that the caller may see. */
function nodesOf(
  view: PortfolioView,
  by: RollupBy,
  filter: PortfolioFilter,
  valuesOf: ValuesOf,
): string[] {
  const direct = new Set<string>();
  for (const row of view.rows) valuesOf(row).forEach(id => direct.add(id));
  if (!HIERARCHIES.includes(by)) return [...direct].sort();
  const { organisation, isVisible } = view;
  // A node above those that are filtered by would show but a part of its models.
  const wanted = filter[by]?.map(ref => ref.toLocaleLowerCase('en-US'));
  const within = wanted && new Set([...wanted, ...organisation.below(wanted)]);
  const nodes = [...organisation.above(direct)].filter(
    id => (direct.has(id) || isVisible(id)) && (!within || within.has(id)),
  );
  return nodes.sort();
}

/** Sums the models of a view up by owner, system, domain or another value. */
export function rollUpBy(
  view: PortfolioView,
  request: { by: RollupBy; measure: RollupMeasure; filter: PortfolioFilter },
): RollupResponse {
  const { by, measure, filter } = request;
  const { portfolio, organisation } = view;
  const { rubric } = portfolio.compiled;
  const valuesOf = by === 'domain' ? domainsOf(organisation) : VALUES[by];
  const nodes = nodesOf(view, by, filter, valuesOf);
  const result = rollUp(portfolio.table, {
    columns: (measure === 'score' ? 'level' : measure) as RollupColumns,
    parents: HIERARCHIES.includes(by) ? organisation.parents : undefined,
    nodes,
    include: view.include,
    groupsOf: index => valuesOf(portfolio.rows[index] as PortfolioRow),
  });
  const answered = new Set(nodes);
  const titleOf = (id: string) => {
    if (!REFERENCES.includes(by)) return id;
    // A model's owner is known from the model, the owner's title is not.
    return (view.isVisible(id) ? organisation : Organisation.empty()).title(id);
  };
  const bare = <T extends RollupSummary>(summary: T): T =>
    measure === 'score' ? { ...summary, cells: [] } : summary;
  return {
    rubricId: rubric.metadata.id,
    by,
    measure,
    columns: columnsOf(rubric, measure),
    levels: rubric.levels.map(({ level, title }) => ({ level, title })),
    total: bare(result.total),
    unassigned: {
      ...bare(result.unassigned),
      filter: { ...filter, [by]: [FILTER_NONE] },
    },
    nodes: result.nodes.map(node => ({
      ...bare(node),
      title: titleOf(node.id),
      parents: HIERARCHIES.includes(by)
        ? (organisation.parents.get(node.id) ?? []).filter(id =>
            answered.has(id),
          )
        : [],
      filter: { ...filter, [by]: [node.id] },
    })),
    hierarchyProblem: view.organisationProblem,
  };
}
