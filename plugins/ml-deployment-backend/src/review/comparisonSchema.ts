import { z } from 'zod';

// JSON has no NaN: what is not known comes as null.
const figure = () =>
  z
    .number()
    .nullish()
    .transform(value => value ?? NaN);

const source = z.object({ type: z.string(), name: z.string() });

/** A figure of two variants. */
export const metricSchema = z.object({
  metric: z.string(),
  title: z.string(),
  unit: z.string(),
  better: z.enum(['lower', 'higher', 'neither']),
  difference: z.object({
    stable: figure(),
    candidate: figure(),
    difference: figure(),
    interval: z.object({
      lower: figure(),
      upper: figure(),
      level: z.number().gt(0).lt(1),
    }),
    pValue: figure(),
    method: z.string(),
    rows: z.object({
      stable: z.number().min(0),
      candidate: z.number().min(0),
    }),
    enough: z.object({
      enough: z.boolean(),
      reason: z.string().optional(),
    }),
  }),
});

/** What is read of the comparison that monitoring answers. */
export const comparisonSchema = z.object({
  results: z.array(
    z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        answer: z.object({
          source,
          freshAt: z.iso.datetime({ offset: true }).optional(),
          metrics: z.array(metricSchema),
        }),
      }),
      z.object({
        ok: z.literal(false),
        failure: z.object({ source, message: z.string() }),
      }),
    ]),
  ),
});
