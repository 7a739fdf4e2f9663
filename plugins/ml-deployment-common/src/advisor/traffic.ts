/**
 * Requests a day below which a split shows little.
 *
 * @remarks
 *
 * To see errors rise from 1 % to 2 % takes about 2,300 requests of each
 * version (two proportions, 5 % and 80 %). A tenth of the traffic gives that
 * in two weeks from some 1,700 requests a day, and in a day from 23,000.
 */
export const THIN_TRAFFIC = 1_700;

/** Requests a day from which a tenth of them is enough for a verdict in a day. */
export const AMPLE_TRAFFIC = 23_000;
