import { z } from 'zod';

/** Formats of the files of a log or baseline. @public */
export const INFERENCE_LOG_FORMATS = ['parquet', 'csv', 'json'] as const;

/** The format of the files of a table. */
export const fileFormat = () =>
  z
    .enum(INFERENCE_LOG_FORMATS)
    .describe(
      'Format of the files (`json` is one object a line); by their ending without it.',
    );
