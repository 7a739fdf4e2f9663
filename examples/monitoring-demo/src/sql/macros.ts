/** Every simulated figure is a function of this, of its purpose and of an id. */
const SEED = 'airworthy';

/** What the queries of the logs are written with. */
export const MACROS = [
  // A number between 0 and 1, never either. Much faster than md5, and the same
  // for as long as DuckDB is.
  `CREATE MACRO uniform(purpose, id) AS
     (hash('${SEED}:' || purpose || ':' || id) % 4294967296 + 0.5)
     / 4294967296.0`,
  // By the method of Box and Muller.
  `CREATE MACRO normal(purpose, id) AS
     sqrt(-2 * ln(uniform(purpose || ' radius', id)))
     * cos(2 * pi() * uniform(purpose || ' angle', id))`,
  `CREATE MACRO lognormal(purpose, id, middle, sigma) AS
     middle * exp(sigma * normal(purpose, id))`,
  `CREATE MACRO sigmoid(x) AS 1 / (1 + exp(-x))`,
  `CREATE MACRO status_of(id, errors_per_thousand) AS
     CAST(CASE
       WHEN 1000 * uniform('status', id) >= errors_per_thousand THEN 200
       WHEN uniform('code', id) < 0.6 THEN 503
       ELSE 500
     END AS SMALLINT)`,
  // Calm nights, and a busy day with its peak in the afternoon.
  `CREATE MACRO by_day(moment) AS
     0.25 + 0.75 * greatest(0, sin(pi() * (hour(moment) - 4) / 20))`,
];

/** SQL: one of the names by their shares, which add up to one. */
export function choose(
  purpose: string,
  shares: Record<string, number>,
  id = 'id',
): string {
  let sum = 0;
  const names = Object.entries(shares);
  const cases = names.slice(0, -1).map(([name, share]) => {
    sum += share;
    return `WHEN uniform('${purpose}', ${id}) < ${sum} THEN '${name}'`;
  });
  return `CASE ${cases.join(' ')} ELSE '${names[names.length - 1][0]}' END`;
}

/** Requests of a service over time. */
export interface Traffic {
  /** Begins every id. */
  prefix: string;
  perHour: number;
  from: string;
  to: string;
  /** SQL over the hour `begins`: how busy it is; as a desk is by day without it. */
  load?: string;
}

/** SQL: a row a request, with `id` and `timestamp`; the same ones whenever it is asked. */
export const requests = ({
  prefix,
  perHour,
  from,
  to,
  load = 'by_day(begins)',
}: Traffic) => `
  SELECT
    '${prefix}-' || strftime(begins, '%y%m%d%H') || lpad(number::VARCHAR, 3, '0') AS id,
    begins + to_milliseconds(CAST(3600000 * uniform('time', id) AS BIGINT)) AS timestamp
  FROM (
    SELECT begins, unnest(range(CAST(round(
      ${perHour} * ${load} * (0.85 + 0.3 * uniform('${prefix}', begins::VARCHAR))
    ) AS BIGINT))) AS number
    FROM range(date_trunc('hour', ${from}), ${to}, INTERVAL 1 HOUR) hours(begins)
  )
  WHERE timestamp >= ${from} AND timestamp < ${to}`;
