import { InputError } from '@backstage/errors';
import { MlDeploymentVariant } from '@airworthy/plugin-ml-models-common';

/**
 * The stable variant and the one that is held against it: the one that is
 * named, else the first candidate or shadow; nothing where there is none.
 *
 * @throws InputError where the name is that of no candidate or shadow.
 */
export function variantsToCompare(
  variants: readonly MlDeploymentVariant[],
  name: string | undefined,
): { stable: MlDeploymentVariant; candidate: MlDeploymentVariant } | undefined {
  const stable = variants.find(({ role }) => role === 'stable');
  const others = variants.filter(({ role }) => role !== 'stable');
  const candidate =
    name === undefined ? others[0] : others.find(one => one.name === name);
  if (name !== undefined && !candidate) {
    throw new InputError(
      `variant: expected ${
        others.map(one => one.name).join(' or ') ||
        'none, since the deployment has no candidate or shadow'
      }, was ${JSON.stringify(name)}`,
    );
  }
  return stable && candidate ? { stable, candidate } : undefined;
}
