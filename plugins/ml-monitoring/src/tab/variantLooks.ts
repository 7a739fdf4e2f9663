import type { MlDeploymentVariant } from '@airworthy/plugin-ml-models-common';
import { OVERALL_SLOT } from '@airworthy/plugin-ml-models-react';

function hash(text: string): number {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)!) % 9973;
  return sum;
}

/**
 * The place of a variant in the list of line styles: where the entity lists it,
 * so that it looks the same in every chart and on every page, whatever else is
 * in the chart. One that is listed no more has a place by its name.
 */
export function variantSlot(
  variants: readonly MlDeploymentVariant[],
  name: string | undefined,
): number {
  if (name === undefined) return OVERALL_SLOT;
  const index = variants.findIndex(variant => variant.name === name);
  if (index >= 0) return index % OVERALL_SLOT;
  const free = Math.max(1, OVERALL_SLOT - variants.length);
  return (variants.length + (hash(name) % free)) % OVERALL_SLOT;
}

/** Orders what is of variants as the entity lists them; what is of none comes first. */
export function byVariant<T extends { variant?: string }>(
  variants: readonly MlDeploymentVariant[],
  items: readonly T[],
): T[] {
  const place = ({ variant }: T) => {
    if (variant === undefined) return -1;
    const index = variants.findIndex(({ name }) => name === variant);
    return index < 0 ? variants.length : index;
  };
  return [...items].sort((a, b) => place(a) - place(b));
}
