import { z } from 'zod';
import { keyword, percent, versionName } from '../fields';
import { refuseRepeated } from '../refuseRepeated';

/** What a variant is there for. @public */
export const VARIANT_ROLES = ['stable', 'candidate', 'shadow'] as const;

const variantSchema = z
  .strictObject({
    name: keyword().describe('Name of the variant, unique in the deployment.'),
    role: z
      .enum(VARIANT_ROLES)
      .describe(
        '`stable` and `candidate` answer users; `shadow` gets copies of requests and its answers are dropped.',
      ),
    version: versionName().describe('Version of the model that it serves.'),
    traffic: percent().describe(
      'Share of requests in percent. Stable and candidate sum to 100; for a shadow the share of requests that is copied.',
    ),
  })
  .describe('One version of the model behind the endpoint.');

/** One version behind the endpoint of a deployment. @public */
export type MlDeploymentVariant = z.infer<typeof variantSchema>;

// A third of a percent is a legal weight, so the sum is compared with a tolerance.
const TOLERANCE = 0.01;

function refuseWrongSum(
  variants: MlDeploymentVariant[],
  ctx: z.core.$RefinementCtx<unknown>,
): void {
  const live = variants.filter(v => v.role !== 'shadow');
  const sum = live.reduce((total, v) => total + v.traffic, 0);
  if (!variants.length || Math.abs(sum - 100) <= TOLERANCE) return;
  const parts = live.map(v => `${v.name} ${v.traffic}`).join(' + ');
  ctx.addIssue({
    code: 'custom',
    path: [],
    message: 'traffic of the stable and candidate variants that sums to 100',
    params: {
      was: live.length
        ? `${Number(sum.toFixed(4))} (${parts})`
        : 'no stable or candidate variant',
    },
  });
}

/** The variants of a deployment. @public */
export const mlDeploymentVariantsSchema = z
  .array(variantSchema)
  .max(20)
  .superRefine((variants, ctx) => {
    refuseRepeated(
      ctx,
      variants.map(v => v.name),
      i => [i, 'name'],
      'a variant name that no other entry has',
    );
    refuseWrongSum(variants, ctx);
  });
