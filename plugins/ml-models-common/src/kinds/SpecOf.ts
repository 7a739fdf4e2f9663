import { JsonObject } from '@backstage/types';
import { z } from 'zod';

/**
 * The fields that a loose schema names, without its index signature, so that
 * the type fits `Entity['spec']` and a misspelt field is an error.
 */
export type SpecOf<S extends z.ZodType> = JsonObject & {
  [K in keyof z.infer<S> as string extends K ? never : K]: z.infer<S>[K];
};
