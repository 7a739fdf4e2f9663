import { Request } from 'express';
import { z } from 'zod';
import { parseInput } from './parseInput';

const MAX_VALUES = 200;
const MAX_LENGTH = 600;

/**
 * The query of a request, each name with all its values. Express would turn a
 * name that comes more than twenty times into an object.
 */
function valuesOf({ originalUrl }: Request): Record<string, string[]> {
  const start = originalUrl.indexOf('?');
  const query = new URLSearchParams(
    start < 0 ? '' : originalUrl.slice(start + 1),
  );
  return Object.fromEntries(
    [...new Set(query.keys())].map(name => [name, query.getAll(name)]),
  );
}

/** A parameter that may be given once. @public */
export function single<S extends z.ZodType>(schema: S) {
  return z.preprocess(
    values =>
      Array.isArray(values) && values.length === 1 ? values[0] : values,
    schema,
  );
}

/** A parameter that may be repeated, or whose values commas divide. @public */
export function list<S extends z.ZodType>(
  schema: S,
  options: { commas?: boolean; max?: number } = {},
) {
  return z.preprocess(
    values =>
      options.commas && Array.isArray(values)
        ? values.flatMap(value => String(value).split(','))
        : values,
    z
      .array(schema)
      .min(1)
      .max(options.max ?? MAX_VALUES),
  );
}

/** A text as a filter takes it. @public */
export const filterText = () => z.string().min(1).max(MAX_LENGTH);

/** A whole number within bounds, as text. @public */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: 'a whole number' })
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** A whole number that may be given once. @public */
export const count = (min: number, max: number) =>
  single(wholeNumber(min, max));

/**
 * The query of a request as its schema reads it.
 *
 * @throws InputError that names the parameter.
 * @public
 */
export function readQuery<S extends z.ZodType>(
  schema: S,
  request: Request,
): z.output<S> {
  return parseInput(schema, valuesOf(request), 'query');
}
