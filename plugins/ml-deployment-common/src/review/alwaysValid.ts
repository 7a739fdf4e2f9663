import { InputError } from '@backstage/errors';

/* Where the interval is tightest, in rows, where no sample is planned. */
const USUAL_ROWS = 1_000;

/**
 * How many standard errors a one-sided bound lies from an estimate so that it
 * holds at every look at once.
 *
 * @remarks
 *
 * A fixed-sample bound that is looked at again and again fails sooner or later.
 * This one is the normal mixture boundary of Howard, Ramdas, McAuliffe and
 * Sekhon (2021), Time-uniform, nonparametric, nonasymptotic confidence
 * sequences, Annals of Statistics 49(2), equation 14, used with estimated
 * variance as in Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (2021),
 * Time-uniform central limit theory and asymptotic confidence sequences,
 * whose section 3.2 gives the tuning for a planned number of rows.
 *
 * @param rows - rows that the estimate is from
 * @param alpha - how often the bound may fail at any look
 * @param plannedRows - where the bound is tightest
 * @throws InputError where alpha is not between 0 and 0.5, or rows are not above 0.
 * @public
 */
export function alwaysValidDeviations(
  rows: number,
  alpha: number,
  plannedRows: number = USUAL_ROWS,
): number {
  if (!(alpha > 0 && alpha <= 0.5)) {
    throw new InputError(
      `alpha: expected a number above 0 and up to 0.5, was ${alpha}`,
    );
  }
  if (!(rows > 0 && plannedRows > 0)) {
    throw new InputError(
      `rows: expected a number above 0, was ${rows} of ${plannedRows}`,
    );
  }
  // A one-sided alpha is tuned as a two-sided one of twice the size.
  const log = -2 * Math.log(2 * alpha);
  const tuning = Math.max(log + Math.log(log + 1), 1);
  const time = rows / plannedRows;
  return Math.sqrt(
    ((2 * (time + 1 / tuning)) / time) *
      Math.log(Math.sqrt(1 + tuning * time) / (2 * alpha) + 1),
  );
}
