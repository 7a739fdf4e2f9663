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

/** What the database says, as a failure of the source. */
export function toSourceError(error: unknown): MonitoringSourceError {
  if (error instanceof MonitoringSourceError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/^Out of Memory Error/.test(message)) {
    return new MonitoringSourceError(
      'refused',
      'The question needs more memory than mlMonitoring.duckdb.memoryLimit allows; a shorter window needs less',
      error,
    );
  }
  const kind = KINDS.find(([pattern]) => pattern.test(message))?.[1];
  return new MonitoringSourceError(
    kind ?? 'invalid-data',
    `DuckDB: ${withoutPosition(message)}`,
    error,
  );
}
