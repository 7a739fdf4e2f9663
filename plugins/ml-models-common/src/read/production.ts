import { ReadableMlDeployment } from './readEntity';

const NOT_LIVE = new Set(['retired', 'deprecated', 'experimental', 'planned']);

/**
 * Whether a deployment runs in production and is not on its way in or out.
 *
 * @public
 */
export function isProductionDeployment({
  spec,
}: ReadableMlDeployment): boolean {
  return (
    /^prod(uction)?\b/.test(spec.environment ?? '') &&
    !NOT_LIVE.has(spec.lifecycle ?? '')
  );
}

/**
 * Variants whose answers reach users.
 *
 * @public
 */
export function liveVariants({ spec }: ReadableMlDeployment) {
  return (spec.variants ?? []).filter(
    ({ role, traffic }) => role !== 'shadow' && traffic > 0,
  );
}
