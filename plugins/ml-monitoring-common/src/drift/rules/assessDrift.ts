import { HealthStatus } from '../../status/types';
import { correctPValues, DriftCorrection } from '../correction';
import { computeFigure, DriftFigure, rowsOf } from './computeFigure';
import { DriftSides } from './driftData';
import { DriftLimits, DriftPlan } from './types';

/** Drift of a column, with what it was told by. @public */
export interface DriftAssessment extends DriftFigure {
  plan: DriftPlan;
  /** Limits in force; absent where none can be told. */
  limits?: DriftLimits;
  status: HealthStatus;
  /** Why the status is unknown. */
  reason?: string;
  referenceRows: number;
  currentRows: number;
  /** The p-value after correction for many features. */
  correctedPValue?: number;
}

/** Fewer rows on either side tell nothing by a distance of the portal's own rules. */
const LEAST_ROWS = 30;

/** Mean of PSI where nothing has changed: Yurdakul (2018), Statistical Properties of Population Stability Index, section 3. */
function chanceOfPsi(bins: number, reference: number, current: number) {
  return (bins - 1) * (1 / reference + 1 / current);
}

/**
 * Upper limit as NannyML tells it: mean and three standard deviations (of the
 * population) of the figure over chunks of the baseline.
 *
 * @public
 */
export function chunkLimit(figures: readonly number[]): number {
  const known = figures.filter(figure => Number.isFinite(figure));
  const mean = known.reduce((sum, figure) => sum + figure, 0) / known.length;
  const variance =
    known.reduce((sum, figure) => sum + (figure - mean) ** 2, 0) / known.length;
  return mean + 3 * Math.sqrt(variance);
}

function limitsOf(plan: DriftPlan, sides: DriftSides): DriftLimits | undefined {
  if (plan.limits.kind === 'fixed') return plan.limits.limits;
  if (!sides.chunks?.length) return undefined;
  const limit = chunkLimit(
    sides.chunks.map(
      chunk => computeFigure(plan, { ...sides, current: chunk }).value,
    ),
  );
  return Number.isNaN(limit)
    ? undefined
    : { critical: limit, inclusive: false };
}

/** Holds a figure against limits. @public */
export function judgeFigure(
  value: number,
  limits: DriftLimits,
  badSide: 'above' | 'below',
): HealthStatus {
  if (Number.isNaN(value)) return 'unknown';
  const breaks = (limit: number | undefined) => {
    if (limit === undefined) return false;
    if (value === limit) return limits.inclusive;
    return badSide === 'above' ? value > limit : value < limit;
  };
  if (breaks(limits.critical)) return 'critical';
  return breaks(limits.warning) ? 'warning' : 'ok';
}

function badSideOf({ figure }: DriftPlan) {
  return figure === 'p-value' ? 'below' : 'above';
}

function whyUnknown(
  plan: DriftPlan,
  figure: DriftFigure,
  limits: DriftLimits | undefined,
  rows: { reference: number; current: number },
): string | undefined {
  if (rows.reference === 0) return 'the baseline has no rows with a value';
  if (rows.current === 0) return 'the window has no rows with a value';
  if (Number.isNaN(figure.value)) {
    return 'the figure cannot be computed of this data';
  }
  if (!limits) return 'limits need chunks of the baseline';
  const side = badSideOf(plan);
  if (
    judgeFigure(figure.value - figure.error, limits, side) !==
    judgeFigure(figure.value + figure.error, limits, side)
  ) {
    return `the bins are too coarse: the figure is known to within ${figure.error.toPrecision(
      2,
    )} only`;
  }
  if (plan.ruleSet !== 'default' || plan.figure === 'p-value') return undefined;
  const fewest = Math.min(rows.reference, rows.current);
  if (fewest < LEAST_ROWS) {
    return `${fewest} rows are too few; expected at least ${LEAST_ROWS}`;
  }
  if (plan.test === 'psi' && figure.bins && limits.warning !== undefined) {
    const chance = chanceOfPsi(figure.bins, rows.reference, rows.current);
    if (chance > limits.warning / 2) {
      return `too few rows for ${
        figure.bins
      } bins: chance alone gives a PSI of about ${chance.toFixed(2)}`;
    }
  }
  return undefined;
}

/** Computes the figure of a plan and tells whether the column has drifted. @public */
export function assessDrift(
  plan: DriftPlan,
  sides: DriftSides,
): DriftAssessment {
  const rows = {
    reference: rowsOf(sides.reference),
    current: rowsOf(sides.current),
  };
  const figure = computeFigure(plan, sides);
  const limits = rows.reference > 0 ? limitsOf(plan, sides) : undefined;
  const reason = whyUnknown(plan, figure, limits, rows);
  return {
    ...figure,
    plan,
    ...(limits && { limits }),
    status:
      reason !== undefined || !limits
        ? 'unknown'
        : judgeFigure(figure.value, limits, badSideOf(plan)),
    ...(reason !== undefined && { reason }),
    referenceRows: rows.reference,
    currentRows: rows.current,
  };
}

/**
 * Judges the p-values of many columns again, corrected for their number;
 * distances have no p-value and stay.
 *
 * @public
 */
export function correctAssessments(
  assessments: readonly DriftAssessment[],
  correction: DriftCorrection,
): DriftAssessment[] {
  if (correction === 'none') return [...assessments];
  const corrected = correctPValues(
    assessments.map(({ plan, value, status }) =>
      plan.figure === 'p-value' && status !== 'unknown' ? value : NaN,
    ),
    correction,
  );
  return assessments.map((assessment, i) => {
    const { limits } = assessment;
    if (Number.isNaN(corrected[i]) || !limits) return assessment;
    return {
      ...assessment,
      correctedPValue: corrected[i],
      status: judgeFigure(corrected[i], limits, 'below'),
    };
  });
}
