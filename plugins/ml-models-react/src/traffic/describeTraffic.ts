import type { MlDeploymentVariant } from '@airworthy/plugin-ml-models-common';
import { formatPercent } from '../format/numbers';

/** Names for people of the roles of a variant. @public */
export const ROLE_TITLES: Readonly<
  Record<MlDeploymentVariant['role'], string>
> = { stable: 'Stable', candidate: 'Candidate', shadow: 'Shadow' };

/** The split of traffic in a sentence, for those who do not see the bar. @public */
export function describeTraffic(
  variants: readonly MlDeploymentVariant[],
): string {
  const parts = variants.map(({ role, version, traffic }) =>
    role === 'shadow'
      ? `shadow ${version} gets copies of ${formatPercent(traffic)}`
      : `${role} ${version} answers ${formatPercent(traffic)}`,
  );
  return parts.length ? `Traffic: ${parts.join(', ')}` : 'Traffic: unknown';
}
