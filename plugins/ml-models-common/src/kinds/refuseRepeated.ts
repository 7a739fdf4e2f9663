import { z } from 'zod';

/** Adds an issue for each value that stands earlier in the list too. */
export function refuseRepeated(
  ctx: z.core.$RefinementCtx<unknown>,
  values: string[],
  path: (index: number) => (string | number)[],
  expected: string,
): void {
  const seen = new Set<string>();
  values.forEach((value, index) => {
    if (seen.has(value)) {
      ctx.addIssue({
        code: 'custom',
        path: path(index),
        message: expected,
        input: value,
      });
    }
    seen.add(value);
  });
}
