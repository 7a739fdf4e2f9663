import { MlDeploymentVariant } from '@airworthy/plugin-ml-models-common';

/**
 * The variant whose answers users get, where a shadow answers beside it: what
 * both say together is what nobody sees. Undefined where all variants are seen.
 */
export function seenVariant(
  variants: readonly MlDeploymentVariant[],
): string | undefined {
  if (!variants.some(({ role }) => role === 'shadow')) return undefined;
  const seen = variants.filter(
    ({ role, traffic }) => role !== 'shadow' && traffic > 0,
  );
  const stable = seen.find(({ role }) => role === 'stable');
  return (seen.length === 1 ? seen[0] : stable)?.name;
}

/** What a reader is told where only that variant was asked about. */
export const onlySeen = (variant: string) =>
  `Of the variant ${variant} alone: nobody sees the answers of a shadow.`;
