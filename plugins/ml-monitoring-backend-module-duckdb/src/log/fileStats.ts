import { LRUCache } from 'lru-cache';
import type { QueryEngine } from '../engine/types';
import { pathsOf } from '../files/paths';
import type { LogFile } from '../files/types';
import type { TimeColumn } from './times';

/** What the footer of a Parquet file tells. */
export interface FileStats {
  rows: number;
  /** ISO; absent where the footer does not tell. */
  from?: string;
  to?: string;
  /** Names and types of its columns, as one text. */
  shape: string;
}

interface Footer {
  file: string;
  rows: number;
  shape: string;
  least: string | null;
  greatest: string | null;
}

const toStats = (footer: Footer): FileStats => ({
  rows: footer.rows,
  shape: footer.shape,
  from: footer.least ?? undefined,
  to: footer.greatest ?? undefined,
});

/** Reads the footers of Parquet files, each once. */
export class FileStatsReader {
  private readonly engine: QueryEngine;
  private readonly known = new LRUCache<string, FileStats>({ max: 50_000 });

  constructor(options: { engine: QueryEngine }) {
    this.engine = options.engine;
  }

  /** By path. */
  async read(
    files: LogFile[],
    options: {
      time?: TimeColumn;
      signal: AbortSignal;
    },
  ): Promise<Map<string, FileStats>> {
    const { time, signal } = options;
    const idOf = (file: LogFile) =>
      JSON.stringify([file.path, file.stamp, time?.source]);
    const missing = files.filter(file => !this.known.has(idOf(file)));
    if (missing.length) {
      const footers = await this.engine.query<Footer>(
        statsQuery(time),
        { stats_files: pathsOf(missing), time_column: time?.source.name ?? '' },
        { signal },
      );
      const byPath = new Map(footers.map(footer => [footer.file, footer]));
      for (const file of missing) {
        const footer = byPath.get(file.path);
        if (footer) this.known.set(idOf(file), toStats(footer));
      }
    }
    return new Map(
      files.flatMap(file => {
        const stats = this.known.get(idOf(file));
        return stats ? [[file.path, stats] as const] : [];
      }),
    );
  }
}

function statsQuery(time?: TimeColumn): string {
  const bound = (value: string) =>
    time
      ? time.toTimestamp(`TRY_CAST(${value} AS ${time.source.type})`)
      : 'CAST(NULL AS TIMESTAMP)';
  // A row group without statistics, or one that is cut off, leaves the bounds of its file open.
  return `SELECT file_name AS file, max(shape) AS shape, max(rows) AS rows,
      min(least) AS least, max(greatest) AS greatest
    FROM (
      SELECT file_name,
        hash(list(path_in_schema || ' ' || type ORDER BY column_id)
          FILTER (WHERE row_group_id = 0))::VARCHAR AS shape,
        sum(row_group_num_rows) FILTER (WHERE column_id = 0) AS rows,
        CASE WHEN count(*) FILTER (WHERE path_in_schema = $time_column AND stats_min_value IS NULL AND stats_null_count IS DISTINCT FROM num_values) = 0
          THEN min(${bound(
            'stats_min_value',
          )}) FILTER (WHERE path_in_schema = $time_column) END AS least,
        CASE WHEN count(*) FILTER (WHERE path_in_schema = $time_column AND stats_max_value IS NULL AND stats_null_count IS DISTINCT FROM num_values) = 0
          THEN max(${bound(
            'stats_max_value',
          )}) FILTER (WHERE path_in_schema = $time_column) END AS greatest
      FROM parquet_metadata($stats_files) GROUP BY file_name
    ) GROUP BY file_name`;
}
