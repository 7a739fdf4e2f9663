import {
  assessDrift,
  type DriftAssessment,
  type DriftPlan,
  type FeatureDistribution,
} from '@airworthy/plugin-ml-monitoring-common';
import type { LogColumn } from '../../log/types';
import type { QuestionTools } from '../types';
import { type Arrange, arrangeByCell, arrangeByValue } from './arrangeCounts';
import {
  type Candidate,
  candidatesOf,
  planCells,
  planValues,
  shapesOf,
} from './candidates';
import { countColumns } from './countColumns';
import { distributionOf } from './distributionOf';
import {
  referenceChunks,
  referenceCounts,
  referenceFacts,
  type ReferenceFacts,
} from './referenceColumns';
import type {
  ColumnCounts,
  ColumnFacts,
  ColumnRequest,
  CompareOptions,
  CountShape,
} from './types';

/** A column held against the baseline. */
export interface ComparedColumn {
  column: LogColumn;
  current: ColumnCounts;
  /** Absent without a baseline, or where it lacks the column. */
  reference?: {
    column: LogColumn;
    facts: ColumnFacts;
    /** All rows of the baseline. */
    rows: number;
    /** Where both sides have values of the same type. */
    counts?: ColumnCounts;
    percentiles?: readonly number[];
  };
  /** One for each test made; the effective one first. */
  tests: DriftAssessment[];
  distribution?: FeatureDistribution;
  /** How parts of the rows are counted for the first test. */
  shape: CountShape;
  /** How counts are put into the bins of the first test. */
  arrange?: Arrange;
}

const NO_ROWS: ColumnCounts = {
  rows: 0,
  missing: 0,
  nonFinite: 0,
  distinct: 0,
  rest: 0,
};

/** Too many values to be compared one by one: the rest was added up. */
function tooMany(assessment: DriftAssessment): DriftAssessment {
  return {
    ...assessment,
    status: 'unknown',
    reason: 'the column has too many distinct values to be compared',
  };
}

/** A candidate with its counts on both sides. */
interface Counted {
  candidate: Candidate;
  shapes: ReturnType<typeof shapesOf>;
  current: ColumnCounts;
  reference: ColumnCounts;
}

function arrangeOf(plan: DriftPlan, counted: Counted): Arrange {
  const { candidate, reference, current } = counted;
  return candidate.byValue || !candidate.edgeFacts
    ? arrangeByValue(plan, reference, current, candidate.column.integer)
    : arrangeByCell(plan, candidate.edgeFacts);
}

async function assess(
  tools: QuestionTools,
  options: CompareOptions,
  baseline: ReferenceFacts,
  all: readonly Counted[],
): Promise<Map<string, DriftAssessment[]>> {
  const { reference, choice, signal } = options;
  const planned = all.map(counted => {
    const { candidate } = counted;
    const plans = candidate.byValue
      ? planValues(candidate, choice, counted.reference, counted.current)
      : candidate.plans;
    return { ...counted, plans };
  });
  const chunked = planned.flatMap(({ plans, candidate, shapes }) => {
    const of = plans.find(({ limits }) => limits.kind === 'chunks');
    return of?.limits.kind === 'chunks'
      ? [{ candidate, shapes, count: of.limits.chunks }]
      : [];
  });
  const requests = chunked.map(
    ({ candidate, shapes }): ColumnRequest => ({
      column: candidate.referenceColumn,
      shape: shapes.reference,
    }),
  );
  const chunks = requests.length
    ? await referenceChunks(
        tools,
        reference!,
        requests,
        { count: chunked[0].count, rowCount: baseline.rows },
        signal,
      )
    : [];
  return new Map(
    planned.map(counted => {
      const { candidate, plans, current } = counted;
      const { name } = candidate.column;
      const assessments = plans.map(plan => {
        const arrange = arrangeOf(plan, counted);
        const assessment = assessDrift(plan, {
          reference: arrange(counted.reference),
          current: arrange(current),
          ...(plan.limits.kind === 'chunks' && {
            chunks: chunks.map(parts => arrange(parts.get(name) ?? NO_ROWS)),
          }),
          referenceDeviation: candidate.facts.standardDeviation,
        });
        return current.rest + counted.reference.rest > 0
          ? tooMany(assessment)
          : assessment;
      });
      return [name, assessments];
    }),
  );
}

/**
 * Counts columns on both sides and tells drift. Current rows are read once
 * (twice where bins depend on them), the baseline only where it is not known yet.
 */
export async function compareColumns(
  tools: QuestionTools,
  options: CompareOptions,
): Promise<ComparedColumn[]> {
  const { columns, reference, drift, signal } = options;
  const theirs = columns.flatMap(
    ({ name }) => reference?.columns.get(name) ?? [],
  );
  const baseline =
    reference && theirs.length
      ? await referenceFacts(tools, reference, theirs, signal)
      : undefined;
  const candidates = baseline ? candidatesOf(options, baseline) : [];
  if (baseline && drift) await planCells(tools, options, baseline, candidates);
  const shaped = new Map(
    candidates.map(candidate => [
      candidate.column.name,
      { candidate, shapes: shapesOf(candidate, drift) },
    ]),
  );
  const shapeOf = (column: LogColumn): CountShape =>
    shaped.get(column.name)?.shapes.current ?? { kind: 'totals' };
  const [counts, referenceOf] = await Promise.all([
    countColumns({
      engine: tools.engine,
      rows: options.rows,
      columns: columns.map(column => ({ column, shape: shapeOf(column) })),
      distinct: options.distinct,
      signal,
    }),
    reference && shaped.size
      ? referenceCounts(
          tools,
          reference,
          [...shaped.values()].map(({ candidate, shapes }) => ({
            column: candidate.referenceColumn,
            shape: shapes.reference,
          })),
          signal,
        )
      : new Map<string, ColumnCounts>(),
  ]);
  const countsOf = (name: string) => counts.get(0)?.get(name) ?? NO_ROWS;
  const counted = [...shaped.values()].map(({ candidate, shapes }) => ({
    candidate,
    shapes,
    current: countsOf(candidate.column.name),
    reference: referenceOf.get(candidate.referenceColumn.name) ?? NO_ROWS,
  }));
  const tests =
    baseline && drift
      ? await assess(tools, options, baseline, counted)
      : new Map<string, DriftAssessment[]>();
  const byName = new Map(counted.map(one => [one.candidate.column.name, one]));
  return columns.map((column): ComparedColumn => {
    const { name } = column;
    const known = byName.get(name);
    const referenceColumn = reference?.columns.get(name);
    const facts = baseline?.facts.get(referenceColumn?.name ?? name);
    const made = tests.get(name) ?? [];
    return {
      column,
      current: countsOf(name),
      tests: made,
      shape: shaped.get(name)?.shapes.part ?? { kind: 'totals' },
      ...(referenceColumn &&
        facts &&
        baseline && {
          reference: {
            column: referenceColumn,
            facts,
            rows: baseline.rows,
            ...(known && { counts: known.reference }),
            ...(known?.candidate.edgeFacts && {
              percentiles: known.candidate.edgeFacts.percentiles,
            }),
          },
        }),
      ...(known &&
        drift && {
          distribution: distributionOf(
            column,
            known.reference,
            known.current,
            known.candidate.edgeFacts?.percentiles,
          ),
          ...(made.length && { arrange: arrangeOf(made[0].plan, known) }),
        }),
    };
  });
}
