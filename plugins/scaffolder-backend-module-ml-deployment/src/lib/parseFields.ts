import { parseInput } from '@airworthy/plugin-ml-models-node';
import { z } from 'zod';

/**
 * Inputs of an action as their schemas read them.
 *
 * @throws InputError that names each field, what was expected and what was there.
 */
export function parseFields<S extends z.ZodRawShape>(
  schemas: S,
  input: { [K in keyof S]?: unknown },
): z.output<z.ZodObject<S>> {
  return parseInput(z.object(schemas), input);
}
