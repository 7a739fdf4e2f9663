import { normalQuantile } from '@airworthy/plugin-ml-monitoring-common';
import { InputError } from '@backstage/errors';

/** How sure a comparison is to be. @public */
export interface TestSettings {
  /** Chance of seeing a difference where there is none, two-sided; 0.05 without it. */
  alpha?: number;
  /** Chance of seeing the smallest difference worth seeing; 0.8 without it. */
  power?: number;
  /** Rows of the stable variant for each of the candidate; 1 without it. */
  ratio?: number;
}

/** Rows that a comparison needs. @public */
export interface SampleSize {
  candidate: number;
  stable: number;
}

function settingsOf({ alpha = 0.05, power = 0.8, ratio = 1 }: TestSettings) {
  for (const [name, value] of Object.entries({ alpha, power })) {
    if (!(value > 0 && value < 1)) {
      throw new InputError(
        `${name}: expected a number between 0 and 1, was ${value}`,
      );
    }
  }
  if (!(ratio > 0)) {
    throw new InputError(`ratio: expected a number above 0, was ${ratio}`);
  }
  return {
    ratio,
    za: normalQuantile(1 - alpha / 2),
    zb: normalQuantile(power),
  };
}

function sizes(candidate: number, ratio: number): SampleSize {
  const rows = Math.ceil(candidate);
  return { candidate: rows, stable: Math.ceil(rows * ratio) };
}

/**
 * Rows needed to see one share rise or fall to another.
 *
 * @remarks
 *
 * Fleiss, Levin and Paik (2003), Statistical Methods for Rates and
 * Proportions, third edition, section 4.3, formula 4.18: two independent
 * proportions, samples of unequal size, without correction for continuity.
 *
 * @throws InputError where a share is not one, or both are equal.
 * @public
 */
export function sampleSizeOfShares(
  stable: number,
  candidate: number,
  settings: TestSettings = {},
): SampleSize {
  const { za, zb, ratio } = settingsOf(settings);
  for (const [name, value] of Object.entries({ stable, candidate })) {
    if (!(value >= 0 && value <= 1)) {
      throw new InputError(
        `${name}: expected a share between 0 and 1, was ${value}`,
      );
    }
  }
  const difference = candidate - stable;
  if (difference === 0) {
    throw new InputError(
      `candidate: expected a share other than the stable variant's, was ${candidate}`,
    );
  }
  const mean = (candidate + ratio * stable) / (1 + ratio);
  const under = za * Math.sqrt((1 + 1 / ratio) * mean * (1 - mean));
  const over =
    zb *
    Math.sqrt(candidate * (1 - candidate) + (stable * (1 - stable)) / ratio);
  return sizes((under + over) ** 2 / difference ** 2, ratio);
}

/**
 * Rows needed to see a difference of two means.
 *
 * @remarks
 *
 * Normal approximation with known standard deviations: Chow, Shao, Wang and
 * Lokhnygina (2018), Sample Size Calculations in Clinical Research, third
 * edition, section 3.2.1.
 *
 * @throws InputError where the difference is 0 or a deviation is negative.
 * @public
 */
export function sampleSizeOfMeans(
  difference: number,
  deviation: number | { stable: number; candidate: number },
  settings: TestSettings = {},
): SampleSize {
  const { za, zb, ratio } = settingsOf(settings);
  const sides =
    typeof deviation === 'number'
      ? { stable: deviation, candidate: deviation }
      : deviation;
  if (!(Math.abs(difference) > 0)) {
    throw new InputError(
      `difference: expected a number other than 0, was ${difference}`,
    );
  }
  for (const [name, value] of Object.entries(sides)) {
    if (!(value >= 0)) {
      throw new InputError(
        `deviation of the ${name} variant: expected a number from 0, was ${value}`,
      );
    }
  }
  const variance = sides.candidate ** 2 + sides.stable ** 2 / ratio;
  return sizes((variance * (za + zb) ** 2) / difference ** 2, ratio);
}
