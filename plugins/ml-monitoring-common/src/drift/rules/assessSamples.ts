import { countCategories, alignCategories, categoryRows } from '../categories';
import { countValues, mergeValues } from '../values';
import { assessDrift, DriftAssessment } from './assessDrift';
import { arrangeValues, DriftData, edgesOfValues } from './driftData';
import { planDrift, DriftPlanOptions } from './planDrift';
import { DriftPlan } from './types';

/** Raw values of a column, in the order of the log. @public */
export type ColumnSamples =
  | {
      type: 'numeric';
      integer?: boolean;
      reference: readonly (number | null | undefined)[];
      current: readonly (number | null | undefined)[];
    }
  | {
      type: 'categorical';
      reference: readonly (string | number | boolean | null | undefined)[];
      current: readonly (string | number | boolean | null | undefined)[];
    };

/** Equal parts of rows in their order; the last takes the rest, as NannyML's default chunker does. */
function chunksOf<T>(rows: readonly T[], chunks: number): T[][] {
  const size = Math.floor(rows.length / chunks);
  if (size === 0) return [];
  return Array.from({ length: chunks }, (_, i) =>
    rows.slice(i * size, i === chunks - 1 ? undefined : (i + 1) * size),
  );
}

function chunkCount({ limits }: DriftPlan): number {
  return limits.kind === 'chunks' ? limits.chunks : 0;
}

/**
 * Tells drift of a column from its rows: plan, bins, figure, limits and status.
 *
 * @public
 */
export function assessSamples(
  samples: ColumnSamples,
  options: DriftPlanOptions = {},
): DriftAssessment {
  if (samples.type === 'categorical') {
    const reference = countCategories(samples.reference);
    const current = countCategories(samples.current);
    const plan = planDrift(
      {
        type: 'categorical',
        referenceRows: categoryRows(reference),
        referenceDistinct: reference.size,
        distinct: alignCategories(reference, current).categories.length,
      },
      options,
    );
    const data = (counts: Map<string, number>): DriftData => ({
      kind: 'categories',
      counts,
    });
    const chunks = chunkCount(plan);
    return assessDrift(plan, {
      reference: data(reference),
      current: data(current),
      ...(chunks && {
        chunks: chunksOf(samples.reference, chunks).map(chunk =>
          data(countCategories(chunk)),
        ),
      }),
    });
  }
  const reference = countValues(samples.reference);
  const current = countValues(samples.current);
  const plan = planDrift(
    {
      type: 'numeric',
      integer: samples.integer,
      referenceRows: reference.rows,
      referenceDistinct: reference.values.length,
      distinct: mergeValues(reference, current).values.length,
    },
    options,
  );
  const binned =
    plan.binning.kind !== 'none' && plan.binning.kind !== 'categories';
  const edges = binned
    ? edgesOfValues(plan.binning, reference, current, {
        integer: samples.integer,
      })
    : [];
  const chunks = chunkCount(plan);
  return assessDrift(plan, {
    reference: arrangeValues(plan.binning, edges, reference),
    current: arrangeValues(plan.binning, edges, current),
    ...(chunks && {
      chunks: chunksOf(samples.reference, chunks).map(chunk =>
        arrangeValues(plan.binning, edges, countValues(chunk)),
      ),
    }),
  });
}
