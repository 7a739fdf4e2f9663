import { z } from 'zod';

const labels = z.record(z.string(), z.string());
const ids = z.array(z.string()).nullish();

/** Alerts of `GET /api/v2/alerts`. */
export const alertsAnswer = z.array(
  z.object({
    labels,
    annotations: labels.nullish(),
    startsAt: z.string(),
    updatedAt: z.string().optional(),
    generatorURL: z.string().optional(),
    status: z.object({
      state: z.enum(['unprocessed', 'active', 'suppressed']),
      silencedBy: ids,
      inhibitedBy: ids,
      /** Names of time intervals; from 0.28 on. */
      mutedBy: ids,
    }),
  }),
);

/** Silences of `GET /api/v2/silences`. */
export const silencesAnswer = z.array(
  z.object({
    id: z.string(),
    endsAt: z.string(),
    createdBy: z.string(),
    comment: z.string().nullish(),
  }),
);

/** Alert as Alertmanager tells it. */
export type AlertAnswer = z.infer<typeof alertsAnswer>[number];
/** Silence as Alertmanager tells it. */
export type SilenceAnswer = z.infer<typeof silencesAnswer>[number];
