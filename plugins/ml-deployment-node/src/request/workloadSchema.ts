import { z } from 'zod';
import { qualifiedKey, quantity } from './fields';
import { parseQuantity } from './quantity';

/** Requests and limits of the serving container. */
export const resourcesSchema = z
  .strictObject({
    requests: z.record(qualifiedKey(), quantity()).optional(),
    limits: z.record(qualifiedKey(), quantity()).optional(),
  })
  .superRefine(({ requests = {}, limits = {} }, ctx) => {
    for (const [key, text] of Object.entries(requests)) {
      const limit = limits[key];
      if (limit === undefined) continue;
      if (parseQuantity(text)! <= parseQuantity(limit)!) continue;
      ctx.addIssue({
        code: 'custom',
        path: ['requests', key],
        message: `at most the limit of ${limit}`,
        input: text,
      });
    }
  });

const probeSchema = z.strictObject({
  path: z
    .string()
    .max(500)
    .regex(/^\/\S*$/, { error: 'a path such as `/v2/health/ready`' }),
  periodSeconds: z.int().min(1).max(3_600).optional(),
  failureThreshold: z.int().min(1).max(1_000).optional(),
});

/** What tells whether a replica is up. */
export const probesSchema = z.strictObject({
  readiness: probeSchema.optional(),
  liveness: probeSchema.optional(),
  startup: probeSchema.optional(),
});

/** Bounds of automatic scaling. */
export const autoscalingSchema = z
  .strictObject({
    minReplicas: z.int().min(1).max(1_000),
    maxReplicas: z.int().min(1).max(1_000),
    targetCpuPercent: z.int().min(1).max(100).optional(),
  })
  .refine(({ minReplicas, maxReplicas }) => minReplicas <= maxReplicas, {
    error: 'at least minReplicas',
    path: ['maxReplicas'],
  });

/** How many replicas a drain may take away. */
export const disruptionBudgetSchema = z
  .strictObject({
    minAvailable: z.int().min(1).max(1_000).optional(),
    maxUnavailable: z.int().min(1).max(1_000).optional(),
  })
  .refine(
    ({ minAvailable, maxUnavailable }) =>
      (minAvailable === undefined) !== (maxUnavailable === undefined),
    { error: 'either minAvailable or maxUnavailable' },
  );

/** What an organisation asks of every workload. */
export const policySchema = z.strictObject({
  requireLimits: z.boolean().optional().describe('CPU and memory have limits.'),
  requireProbes: z.boolean().optional().describe('Readiness is probed.'),
  requireDigest: z.boolean().optional().describe('Images are named by digest.'),
  runAsNonRoot: z
    .boolean()
    .optional()
    .describe('No root, no new privileges, no capabilities.'),
  requireDisruptionBudget: z.boolean().optional(),
  maxReplicas: z.int().min(1).max(1_000).optional(),
});
