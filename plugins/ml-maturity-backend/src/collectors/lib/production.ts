import { ReadableMlDeployment } from '@airworthy/plugin-ml-models-common';

const NOT_LIVE = new Set(['retired', 'deprecated', 'experimental', 'planned']);

/** Whether a deployment runs in production and is not on its way in or out. */
export function isProduction({ spec }: ReadableMlDeployment): boolean {
  return (
    /^prod(uction)?\b/.test(spec.environment ?? '') &&
    !NOT_LIVE.has(spec.lifecycle ?? '')
  );
}

/** Variants whose answers reach users. */
export function liveVariants({ spec }: ReadableMlDeployment) {
  return (spec.variants ?? []).filter(
    ({ role, traffic }) => role !== 'shadow' && traffic > 0,
  );
}
