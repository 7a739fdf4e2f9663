import { TARGET_IDS } from '@airworthy/plugin-ml-deployment-common';
import { STRATEGY_TYPES } from '@airworthy/plugin-ml-models-common';
import { z } from 'zod';
import {
  dnsLabel,
  hostname,
  labelValue,
  objectName,
  oneLine,
  qualifiedKey,
} from './fields';
import { metricsSchema, ruleSchema, stopRuleSchema } from './metricsSchema';
import {
  autoscalingSchema,
  disruptionBudgetSchema,
  policySchema,
  probesSchema,
  resourcesSchema,
} from './workloadSchema';

const versionSchema = z.strictObject({
  version: oneLine(63).describe('The version, such as `3.1.0`.'),
  image: z
    .string()
    .max(500)
    .regex(/^[a-z0-9][\w.:/-]*(@sha256:[0-9a-f]{64})?$/, {
      error: 'the reference of an image, such as `registry/name:tag`',
    })
    .optional()
    .describe('The image that serves it.'),
  uri: z
    .string()
    .max(2_048)
    .regex(/^[a-z][a-z0-9+.-]*:\/\/\S+$/, {
      error: 'an address such as `s3://bucket/model`',
    })
    .optional()
    .describe('Where the model is stored.'),
});

const trafficSchema = z.strictObject({
  steps: z
    .array(z.int().min(1).max(100))
    .min(1)
    .max(20)
    .superRefine((steps, ctx) => {
      steps.forEach((step, i) => {
        if (i === 0 || step > steps[i - 1]) return;
        ctx.addIssue({
          code: 'custom',
          path: [i],
          message: `a share above the ${steps[i - 1]} of the step before`,
          input: step,
        });
      });
    })
    .optional()
    .describe('Shares of the candidate in percent, rising.'),
  step: z
    .int()
    .min(0)
    .max(19)
    .optional()
    .describe('Index of the step that the manifests are for; the first.'),
  stepDuration: z.iso
    .duration()
    .optional()
    .describe('How long a step lasts before it is judged.'),
  mirrorPercent: z
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe('Share of the requests that a shadow gets; all without it.'),
});

const assignmentSchema = z.strictObject({
  by: z.enum(['header', 'cookie']).describe('What tells the group.'),
  name: z
    .string()
    .max(100)
    .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, {
      error: 'the name of a header or cookie',
    }),
  value: z
    .string()
    .max(200)
    .regex(/^[\x21-\x3a\x3c-\x7e]+$/, {
      error: 'printable characters without space or semicolon',
    })
    .describe('Its value for those who get the candidate.'),
});

const routeSchema = z.strictObject({
  hostnames: z
    .array(hostname())
    .max(16)
    .optional()
    .describe('Hosts that callers use.'),
  gateway: z
    .strictObject({
      name: dnsLabel(),
      namespace: dnsLabel().optional(),
      sectionName: dnsLabel().optional(),
    })
    .optional()
    .describe('The Gateway that an HTTPRoute is attached to.'),
  istioGateways: z
    .array(oneLine(200))
    .min(1)
    .max(16)
    .optional()
    .describe('Gateways of a VirtualService; the mesh itself without it.'),
});

/** What manifests are made from. @public */
export const renderRequestSchema = z.strictObject({
  name: objectName().describe('Name of the deployment.'),
  namespace: dnsLabel(),
  strategy: z.enum(STRATEGY_TYPES).describe('How the version reaches users.'),
  target: z.enum(TARGET_IDS).describe('What carries it out.'),
  versions: z.strictObject({
    stable: versionSchema.optional().describe('The version in production.'),
    candidate: versionSchema.describe('The version that is released.'),
  }),
  model: z
    .strictObject({
      format: z
        .strictObject({ name: labelValue(), version: labelValue().optional() })
        .optional()
        .describe('For KServe: what the model is saved as.'),
      runtime: dnsLabel()
        .optional()
        .describe('For KServe: the ServingRuntime; chosen by format without.'),
      protocolVersion: z.enum(['v1', 'v2', 'grpc-v2']).optional(),
      stablePredictorName: dnsLabel()
        .optional()
        .describe(
          'For KServe in Standard mode: what the stable predictor is called, after a canary was promoted.',
        ),
    })
    .optional(),
  port: z.int().min(1).max(65_535).optional().describe('8080 without it.'),
  traffic: trafficSchema.optional(),
  assignment: assignmentSchema.optional().describe('Groups of an A/B test.'),
  route: routeSchema.optional(),
  metrics: metricsSchema
    .optional()
    .describe('Where an analysis finds its figures.'),
  checks: z
    .array(ruleSchema)
    .max(50)
    .optional()
    .describe('Rules of the plan that hold before the next phase.'),
  stopRules: z
    .array(stopRuleSchema)
    .max(50)
    .optional()
    .describe('Rules of the plan that stop the rollout at once.'),
  replicas: z.int().min(1).max(1_000).optional().describe('1 without it.'),
  resources: resourcesSchema.optional(),
  probes: probesSchema.optional(),
  autoscaling: autoscalingSchema.optional(),
  disruptionBudget: disruptionBudgetSchema.optional(),
  policy: policySchema.optional(),
  serviceAccountName: dnsLabel().optional(),
  labels: z.record(qualifiedKey(), labelValue()).optional(),
  annotations: z.record(qualifiedKey(), z.string().max(10_000)).optional(),
});

/** What manifests are made from. @public */
export type RenderRequest = z.infer<typeof renderRequestSchema>;

/** A version that manifests are made for. @public */
export type RenderVersion = z.infer<typeof versionSchema>;
