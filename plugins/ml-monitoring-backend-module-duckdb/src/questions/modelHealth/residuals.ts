import type { FeatureDistribution } from '@airworthy/plugin-ml-monitoring-common';
import type { BoundSql, QueryEngine } from '../../engine/types';
import { boundariesOf, nextDown } from '../columns/boundaries';
import { labelsOf } from '../columns/distributionOf';
import { shownEdges } from '../columns/plans';
import type { Outcome } from '../quality/outcome';

async function counts(
  engine: QueryEngine,
  rows: BoundSql,
  error: string,
  edges: readonly number[],
  signal: AbortSignal,
): Promise<number[]> {
  const [found] = await engine.query<{ counts: number[] | null }>(
    `SELECT map_values(histogram(error, $edges::DOUBLE[]) FILTER (isfinite(error))) AS counts
    FROM (SELECT ${error} AS error FROM ${rows.sql} AS log)`,
    {
      ...rows.params,
      edges: boundariesOf(edges).map(edge => String(nextDown(edge))),
    },
    { signal },
  );
  const rowsOf = found.counts ?? [];
  const all = rowsOf.reduce((sum, count) => sum + count, 0);
  return Array.from({ length: edges.length + 1 }, (_, i) =>
    all > 0 ? (rowsOf[i] ?? 0) / all : 0,
  );
}

/** How errors are spread: prediction minus label, beside those of the baseline where it has labels. */
export async function residualsOf(
  engine: QueryEngine,
  outcome: Outcome,
  sides: { current: () => BoundSql; reference?: () => BoundSql },
  signal: AbortSignal,
): Promise<FeatureDistribution | undefined> {
  const { label, prediction } = outcome;
  if (!label || !prediction) return undefined;
  const error = `TRY_CAST(${prediction} AS DOUBLE) - TRY_CAST(${label} AS DOUBLE)`;
  const current = sides.current();
  const [found] = await engine.query<{ percentiles: number[] | null }>(
    `SELECT approx_quantile(error, [${Array.from(
      { length: 201 },
      (_, i) => i / 200,
    ).join(', ')}]) FILTER (isfinite(error)) AS percentiles
    FROM (SELECT ${error} AS error FROM ${current.sql} AS log)`,
    current.params,
    { signal },
  );
  if (!found.percentiles) return undefined;
  const edges = shownEdges(found.percentiles);
  const of = (rows: () => BoundSql) =>
    counts(engine, rows(), error, edges, signal);
  const [now, before] = await Promise.all([
    of(sides.current),
    sides.reference ? of(sides.reference) : [],
  ]);
  return { bins: labelsOf(edges), shares: { reference: before, current: now } };
}
