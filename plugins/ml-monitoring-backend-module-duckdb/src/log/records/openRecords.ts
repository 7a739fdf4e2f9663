import type { MlInferenceLog } from '@airworthy/plugin-ml-models-common';
import type { BoundSql, QueryEngine } from '../../engine/types';
import type { LogFile } from '../../files/types';

/** Rows of files. */
export type RowSource = (files: LogFile[], prefix: string) => BoundSql;

/** Records of a tool, taken apart into one row a prediction. */
export interface OpenedRecords {
  source: RowSource;
  notices: string[];
}

/** Takes records apart where a tool writes requests and answers as it got them; undefined for all other logs. */
export async function openRecords(
  _engine: QueryEngine,
  _log: MlInferenceLog,
  _raw: RowSource,
  _files: LogFile[],
  _signal: AbortSignal,
): Promise<OpenedRecords | undefined> {
  return undefined;
}
