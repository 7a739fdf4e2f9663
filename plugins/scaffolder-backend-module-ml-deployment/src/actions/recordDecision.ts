import {
  decisionRequestSchema,
  MlDeploymentApi,
  VERDICT_DECISIONS,
} from '@airworthy/plugin-ml-deployment-common';
import { AuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { z as zod } from 'zod';
import { DecisionRecorder } from '../decisions/DecisionRecorder';
import { parseFields } from '../lib/parseFields';
import { examples } from './recordDecision.examples';

const { decision, comment, revision, rehearsal } = decisionRequestSchema.shape;

const inputSchema = {
  entityRef: zod.string().min(1).max(300),
  decision,
  comment,
  rehearsal,
  revision: revision.optional(),
};

/** The reference of a deployment, in lower case. */
function deploymentRef(entityRef: string): string {
  const ref = parseEntityRef(entityRef, {
    defaultKind: 'mldeployment',
    defaultNamespace: 'default',
  });
  const text = stringifyEntityRef(ref);
  if (text.startsWith('mldeployment:')) return text;
  throw new InputError(
    `entityRef: expected the reference of an MlDeployment, was ${entityRef}`,
  );
}

/** Records a decision on a rollout on behalf of who runs the task. */
export function createRecordDecisionAction(options: {
  api: MlDeploymentApi;
  auth: AuthService;
}) {
  const { auth } = options;
  const recorder = new DecisionRecorder(options);
  return createTemplateAction({
    id: 'ml-deployment:record-decision',
    description:
      'Records a decision on the rollout of a deployment, with the verdict and the evidence as they are now.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z
            .string()
            .describe('Reference of the deployment that is decided on.'),
        decision: z => z.enum(VERDICT_DECISIONS).describe('What is decided.'),
        comment: z =>
          z
            .string()
            .optional()
            .describe('Why; needed where the verdict says something else.'),
        revision: z =>
          z
            .string()
            .optional()
            .describe(
              'Revision of the review that the decision is taken on; the one of now. Another one than of now is refused.',
            ),
        rehearsal: z =>
          z
            .boolean()
            .optional()
            .describe('Whether a roll-back was only rehearsed.'),
      },
      output: {
        id: z => z.string().describe('Id of the decision; empty in a dry run.'),
        overrides: z =>
          z.boolean().describe('Whether the verdict said something else.'),
        verdict: z => z.record(z.any()).describe('The verdict as it was.'),
      },
    },
    async handler(ctx) {
      const input = parseFields(inputSchema, ctx.input);
      const entityRef = deploymentRef(input.entityRef);
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await ctx.getInitiatorCredentials(),
        targetPluginId: 'ml-deployment',
      });
      const request = { token, signal: ctx.signal };

      if (ctx.isDryRun) {
        const { verdict } = await recorder.review(entityRef, request);
        const overrides =
          !input.rehearsal && verdict.decision !== input.decision;
        ctx.logger.info(
          `Would record ${input.decision} on ${entityRef}; the verdict is ${verdict.decision}`,
        );
        ctx.output('id', '');
        ctx.output('overrides', overrides);
        ctx.output('verdict', verdict as unknown as JsonObject);
        return;
      }

      const taken = await ctx.checkpoint({
        key: `review.${entityRef}`,
        fn: async () => ({
          takenAt: new Date().toISOString(),
          revision:
            input.revision ??
            (
              await recorder.review(entityRef, request)
            ).revision,
        }),
      });
      const recorded = await ctx.checkpoint({
        key: `decision.${entityRef}`,
        fn: async () => {
          const { id, overrides, verdict } = await recorder.record(
            { ...input, entityRef, revision: taken.revision },
            { takenAt: taken.takenAt, by: ctx.user?.ref },
            request,
          );
          return { id, overrides, verdict: verdict as unknown as JsonObject };
        },
      });

      ctx.logger.info(`Recorded ${input.decision} on ${entityRef}`);
      ctx.output('id', recorded.id);
      ctx.output('overrides', recorded.overrides);
      ctx.output('verdict', recorded.verdict);
    },
  });
}
