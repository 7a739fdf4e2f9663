import { toError } from '@backstage/errors';
import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';

type Kind = MonitoringSourceError['kind'];

// How DuckDB begins its messages: `<class> Error: `.
const KINDS: [RegExp, Kind][] = [
  [/^Permission Error/, 'not-allowed'],
  [/^Out of Memory Error/, 'refused'],
  [/^HTTP Error/, 'unreachable'],
  [
    /^(Invalid Input|Conversion|Binder|Parser|IO|Cast|Out of Range|Invalid|Serialization|TransactionContext|Invalid Type|Mismatch Type) Error/,
    'invalid-data',
  ],
];

const withoutPosition = (message: string) =>
  // The statement itself is of no use to a reader, and long.
  message.split(/\n\s*\n?LINE \d+:/)[0].trim();

/** Texts that readers must not see, with what they see in their place. */
export type Shown = readonly (readonly [hidden: string, shown: string])[];

/** What the database says, as a failure of the source: without its cause, whose message a reader would see too. */
export function toSourceError(
  error: unknown,
  shown: Shown = [],
): MonitoringSourceError {
  if (error instanceof MonitoringSourceError) return error;
  const message = toError(error).message;
  if (/^Out of Memory Error/.test(message)) {
    return new MonitoringSourceError(
      'refused',
      'The question needs more memory than mlMonitoring.duckdb.memoryLimit allows; a shorter window needs less',
    );
  }
  const kind = KINDS.find(([pattern]) => pattern.test(message))?.[1];
  const text = shown.reduce(
    (left, [hidden, instead]) => left.replaceAll(hidden, instead),
    withoutPosition(message),
  );
  return new MonitoringSourceError(kind ?? 'invalid-data', `DuckDB: ${text}`);
}
