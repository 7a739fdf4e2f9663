import { MlMaturityApi } from '@airworthy/plugin-ml-maturity-common';
import { AuthService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { bodyOf, readEntityRef, refuseRepeated } from './attestInput';
import { attestExamples } from './examples';
import { untilInCatalog } from './untilInCatalog';

const DEFAULT_WAIT_SECONDS = 60;

// The person may not answer here, the check is not there, the answer does not
// fit, or there is one already: the others are recorded all the same.
const REFUSALS = new Set([400, 403, 404, 409]);

function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof ResponseError)) return undefined;
  return REFUSALS.has(error.statusCode) ? error.cause.message : undefined;
}

/** Records answers to checks of maturity, on behalf of who runs the template. */
export function createAttestAction(options: {
  auth: AuthService;
  catalog: CatalogService;
  client: MlMaturityApi;
}) {
  const { auth, catalog, client } = options;
  return createTemplateAction({
    id: 'ml-maturity:attest',
    description:
      'Records answers to checks of maturity for an entity, on behalf of the user, once the entity is in the catalog',
    examples: attestExamples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z.string().describe('Whom the answers are for, such as a new model.'),
        rubric: z =>
          z
            .string()
            .optional()
            .describe('Id of the rubric; the first one that applies without.'),
        attestations: z =>
          z
            .array(
              z.object({
                checkId: z.string().min(1).describe('Id of the check.'),
                answer: z.enum(['yes', 'no']),
                fields: z
                  .record(z.any())
                  .optional()
                  .describe('Values of its fields; empty ones are left out.'),
                evidence: z
                  .object({
                    url: z.string().optional(),
                    text: z.string().optional(),
                  })
                  .optional()
                  .describe('What backs the answer.'),
                comment: z.string().optional(),
              }),
            )
            .min(1)
            .max(100)
            .describe('The answers.'),
        waitSeconds: z =>
          z
            .number()
            .int()
            .min(0)
            .max(600)
            .optional()
            .describe(
              `How long to wait for the entity; ${DEFAULT_WAIT_SECONDS} without.`,
            ),
      },
      output: {
        recorded: z =>
          z.array(z.string()).describe('Checks whose answers were recorded.'),
        refused: z =>
          z
            .array(z.object({ checkId: z.string(), reason: z.string() }))
            .describe('Checks whose answers were refused, and why.'),
      },
    },
    async handler(ctx) {
      const { rubric, attestations, waitSeconds } = ctx.input;
      const entityRef = readEntityRef(ctx.input.entityRef);
      refuseRepeated(attestations);
      const recorded: string[] = [];
      const refused: { checkId: string; reason: string }[] = [];
      if (ctx.isDryRun) {
        ctx.logger.info(
          `Would record ${attestations.length} answers for ${entityRef}`,
        );
        recorded.push(...attestations.map(({ checkId }) => checkId));
      } else {
        const credentials = await ctx.getInitiatorCredentials();
        await untilInCatalog(catalog, entityRef, {
          credentials,
          seconds: waitSeconds ?? DEFAULT_WAIT_SECONDS,
          signal: ctx.signal,
        });
        for (const answer of attestations) {
          const { checkId } = answer;
          const reason = await ctx.checkpoint({
            key: `ml-maturity.attest.${entityRef}.${checkId}`,
            fn: async () => {
              const { token } = await auth.getPluginRequestToken({
                onBehalfOf: credentials,
                targetPluginId: 'ml-maturity',
              });
              try {
                await client.putAttestation(
                  {
                    entityRef,
                    checkId,
                    rubric,
                    // An answer that somebody gave meanwhile is not replaced.
                    attestation: { ...bodyOf(answer), previousId: null },
                  },
                  { token, signal: ctx.signal },
                );
                return null;
              } catch (error) {
                const refusal = refusalOf(error);
                if (refusal === undefined) throw error;
                return refusal;
              }
            },
          });
          if (reason === null) {
            recorded.push(checkId);
          } else {
            ctx.logger.warn(`${checkId} was not recorded: ${reason}`);
            refused.push({ checkId, reason });
          }
        }
        ctx.logger.info(
          `Recorded ${recorded.length} of ${attestations.length} answers for ${entityRef}`,
        );
      }
      ctx.output('recorded', recorded);
      ctx.output('refused', refused);
    },
  });
}
