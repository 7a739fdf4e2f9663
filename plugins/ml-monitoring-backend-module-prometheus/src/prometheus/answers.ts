import { z } from 'zod';

const labels = z.record(z.string(), z.string());

// Seconds since 1970, and the value as text: JSON has no NaN.
const sample = z.tuple([z.number(), z.string()]);

const vectorEntry = z.object({
  metric: labels,
  // Absent in the answers of native histograms, which are left out.
  value: sample.optional(),
});

const matrixEntry = z.object({
  metric: labels,
  values: z.array(sample).optional(),
});

const stats = z
  .object({
    samples: z.object({ totalQueryableSamples: z.number().optional() }),
  })
  .partial()
  .optional()
  // Other engines have statistics of their own shape.
  .catch(undefined);

/** Answer to a query at one moment. */
export const vectorAnswer = z.object({
  resultType: z.literal('vector'),
  result: z.array(vectorEntry),
  stats,
});

/** Answer to a query over time. */
export const matrixAnswer = z.object({
  resultType: z.literal('matrix'),
  result: z.array(matrixEntry),
  stats,
});

/** Labels of series. */
export const seriesAnswer = z.array(labels);

/** Help of metrics, by name. */
export const metadataAnswer = z.record(
  z.string(),
  z.array(z.object({ help: z.string().optional() })),
);

/** Rules with the alerts that they raise. */
export const rulesAnswer = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          name: z.string(),
          alerts: z
            .array(
              z.object({
                labels,
                annotations: labels.optional(),
                state: z.string(),
                activeAt: z.string().optional(),
              }),
            )
            .optional(),
        }),
      ),
    }),
  ),
});

/** What every answer is wrapped in. */
export const envelope = z.object({
  status: z.enum(['success', 'error']),
  data: z.unknown().optional(),
  errorType: z.string().optional(),
  error: z.string().optional(),
  warnings: z.array(z.string()).nullish(),
  /** VictoriaMetrics: not all of its storage answered. */
  isPartial: z.boolean().optional(),
});

/** A number as Prometheus writes it; null where it is none, as `NaN` and `+Inf`. */
export function parseValue(text: string): number | null {
  const value = text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}
