import { literal } from '../data/database.ts';

/** Every simulated figure is a function of this and the prediction's id. */
const SEED = 'airworthy';

/** Share of the live requests that the candidate answers, in percent. */
export const CANARY_PERCENT = 10;

/** Requests of a thousand that fail. */
const ERRORS_PER_THOUSAND = 2;

/** Median latency in milliseconds; version 2 also looks up the recent flights. */
const MEDIAN_LATENCY: Record<string, number> = { '1': 14, '2': 19 };

/** Spread of the logarithm of the latency. */
const LATENCY_SIGMA = 0.45;

const hashOf = (purpose: string, part: 'lower' | 'upper') =>
  `md5_number_${part}(${literal(`${SEED}:${purpose}:`)} || prediction_id)`;

/** A number between 0 and 1, never either. */
const uniform = (purpose: string, part: 'lower' | 'upper') =>
  `((${hashOf(purpose, part)} % 4294967296 + 0.5) / 4294967296.0)`;

/** SQL: whether the candidate answers the request. */
export const CANARY_ANSWERS = `${hashOf(
  'split',
  'lower',
)} % 100 < ${CANARY_PERCENT}`;

/** SQL: status of a version's answer. */
export const statusCodeSql = (version: string) =>
  `CAST(CASE ${hashOf(`status ${version}`, 'lower')} % 1000
    ${Array.from(
      { length: ERRORS_PER_THOUSAND },
      (_, index) => `WHEN ${index} THEN ${index % 2 ? 503 : 500}`,
    ).join(' ')}
    ELSE 200 END AS SMALLINT)`;

/** SQL: latency of a version's answer, log-normal by the method of Box and Muller. */
export const latencySql = (version: string) =>
  `round(${MEDIAN_LATENCY[version]} * exp(${LATENCY_SIGMA}
    * sqrt(-2 * ln(${uniform(`latency ${version}`, 'lower')}))
    * cos(2 * pi() * ${uniform(`latency ${version}`, 'upper')})), 1)`;
