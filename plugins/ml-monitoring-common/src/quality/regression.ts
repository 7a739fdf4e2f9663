import { Estimate } from './confusion';
import { DEFAULT_LEVEL, normalInterval } from './intervals';

/** Sums over labelled rows: all that the figures of a regression need, and what a query gives. @public */
export interface RegressionSums {
  rows: number;
  absoluteError: number;
  squaredError: number;
  /** Of the fourth powers of the errors; gives the interval of RMSE. */
  fourthPowerError?: number;
  /** Of prediction minus label. */
  error: number;
  /** Of |prediction - label| / |label| over rows whose label is not zero. */
  relativeError: number;
  relativeRows: number;
  /** Variance of the labels, of the population (`var_pop`). */
  labelVariance: number;
}

/** Quality of predicted numbers. @public */
export interface RegressionQuality {
  rows: number;
  mae: Estimate;
  rmse: Estimate;
  /** Mean of prediction minus label. */
  bias: Estimate;
  /** A share, not percent; over rows whose label is not zero. */
  mape: number;
  mapeRows: number;
  /** NaN where all labels are equal. */
  r2: number;
}

/** Adds up rows; those without a finite label and prediction are left out. @public */
export function sumRegression(
  rows: Iterable<{
    label: number | null | undefined;
    prediction: number | null | undefined;
  }>,
): RegressionSums {
  const sums: RegressionSums = {
    rows: 0,
    absoluteError: 0,
    squaredError: 0,
    fourthPowerError: 0,
    error: 0,
    relativeError: 0,
    relativeRows: 0,
    labelVariance: NaN,
  };
  let mean = 0;
  let spread = 0;
  let fourth = 0;
  for (const { label, prediction } of rows) {
    if (!Number.isFinite(label) || !Number.isFinite(prediction)) continue;
    const error = prediction! - label!;
    sums.rows++;
    sums.error += error;
    sums.absoluteError += Math.abs(error);
    sums.squaredError += error ** 2;
    fourth += error ** 4;
    if (label !== 0) {
      sums.relativeError += Math.abs(error / label!);
      sums.relativeRows++;
    }
    // Welford (1962): no difference of two large sums.
    const step = label! - mean;
    mean += step / sums.rows;
    spread += step * (label! - mean);
  }
  if (sums.rows > 0) sums.labelVariance = spread / sums.rows;
  return { ...sums, fourthPowerError: fourth };
}

/**
 * Mean absolute error, root of the mean squared error, mean absolute
 * percentage error, bias and coefficient of determination, with normal
 * intervals of means (of RMSE by the delta method).
 *
 * @public
 */
export function regressionQuality(
  sums: RegressionSums,
  options: { level?: number } = {},
): RegressionQuality {
  const level = options.level ?? DEFAULT_LEVEL;
  const { rows } = sums;
  const mean = (sum: number) => sum / rows;
  const meanEstimate = (sum: number): Estimate => {
    const value = mean(sum);
    const variance = Math.max(0, mean(sums.squaredError) - value * value);
    return {
      value,
      interval: normalInterval(value, Math.sqrt(variance / rows), level),
    };
  };
  const mse = mean(sums.squaredError);
  const rmse = Math.sqrt(mse);
  const spread =
    sums.fourthPowerError === undefined
      ? NaN
      : Math.sqrt(Math.max(0, mean(sums.fourthPowerError) - mse * mse) / rows);
  const { lower, upper } = normalInterval(
    rmse,
    rmse > 0 ? spread / (2 * rmse) : 0,
    level,
  );
  return {
    rows,
    mae: meanEstimate(sums.absoluteError),
    rmse: {
      value: rmse,
      interval: { lower: Math.max(0, lower), upper, level },
    },
    bias: meanEstimate(sums.error),
    mape: sums.relativeRows > 0 ? sums.relativeError / sums.relativeRows : NaN,
    mapeRows: sums.relativeRows,
    r2: sums.labelVariance > 0 ? 1 - mse / sums.labelVariance : NaN,
  };
}
