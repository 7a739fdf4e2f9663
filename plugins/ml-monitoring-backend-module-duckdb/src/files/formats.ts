import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import type { LogFormat } from './types';

const ENDINGS: [RegExp, LogFormat][] = [
  [/\.(parquet|pq|parq)$/i, 'parquet'],
  [/\.(csv|tsv)(\.gz|\.zst)?$/i, 'csv'],
  [/\.(json|jsonl|ndjson)(\.gz|\.zst)?$/i, 'json'],
];

/** The format that the ending of a file's name tells. */
export function formatOf(name: string): LogFormat | undefined {
  return ENDINGS.find(([ending]) => ending.test(name))?.[1];
}

/** Names that writers give to what is not data, such as `_SUCCESS` or `.part-0.crc`. */
export const isHidden = (path: string) =>
  path.split('/').some(part => /^[._]/.test(part));

/** Of the files found, those that are of one format. */
export function selectFormat<T extends { path: string }>(
  found: T[],
  options: { path: string; format?: LogFormat },
): { files: T[]; format: LogFormat } {
  const { path } = options;
  const format = options.format ?? onlyFormat(found, path);
  const files = found.filter(file => formatOf(file.path) === format);
  if (!files.length) {
    throw new MonitoringSourceError(
      'invalid-data',
      found.length
        ? `${path}: expected files of the format ${format}, was ${describe(
            found,
          )}`
        : `${path}: there is no such file`,
    );
  }
  return { files, format };
}

function onlyFormat(found: { path: string }[], path: string): LogFormat {
  const formats = new Set(found.flatMap(file => formatOf(file.path) ?? []));
  const [format, other] = formats;
  if (other) {
    throw new MonitoringSourceError(
      'invalid-data',
      `${path}: expected files of one format, or a format in the entity, was ${[
        ...formats,
      ].join(' and ')}`,
    );
  }
  if (!format) {
    throw new MonitoringSourceError(
      'invalid-data',
      found.length
        ? `${path}: expected files that end in .parquet, .csv, .jsonl or .json, or a format in the entity, was ${describe(
            found,
          )}`
        : `${path}: there is no such file`,
    );
  }
  return format;
}

function describe(files: { path: string }[]): string {
  const names = files.map(file => file.path.split('/').at(-1));
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `${names.slice(0, 3).join(', ')}${more}`;
}
