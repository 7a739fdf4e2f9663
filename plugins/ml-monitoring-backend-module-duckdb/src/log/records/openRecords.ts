import type { MlInferenceLog } from '@airworthy/plugin-ml-models-common';
import type { QueryEngine } from '../../engine/types';
import type { LogFile } from '../../files/types';
import { partitionsOf } from '../partitions';
import { flattenExchanges } from './flattenExchanges';
import { readKserve } from './kserve';
import { readSagemaker } from './sagemaker';
import type { OpenedRecords, RowSource } from './types';

/** Takes records apart where a tool writes requests and answers as it got them; undefined for all other logs. */
export async function openRecords(
  engine: QueryEngine,
  log: MlInferenceLog,
  raw: RowSource,
  files: LogFile[],
  signal: AbortSignal,
): Promise<OpenedRecords | undefined> {
  switch (log.preset) {
    case 'kserve': {
      const pairs = await readKserve(engine, log.path, raw, files, signal);
      return flattenExchanges(engine, log, pairs, files, signal);
    }
    case 'sagemaker': {
      const partitioned = files.some(file => partitionsOf(file.path).size > 0);
      const captured = readSagemaker(log.path, partitioned);
      return flattenExchanges(engine, log, captured, files, signal);
    }
    default:
      return undefined;
  }
}
