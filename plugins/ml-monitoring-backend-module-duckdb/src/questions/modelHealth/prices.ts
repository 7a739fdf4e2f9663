import type { Config } from '@backstage/config';
import { z } from 'zod';
import { InputError } from '@backstage/errors';

const pricesSchema = z.record(
  z.string(),
  z.strictObject({
    input: z.number().nonnegative(),
    output: z.number().nonnegative(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as USD')
      .default('USD'),
  }),
);

/** What a million tokens cost. */
export interface TokenPrice {
  input: number;
  output: number;
  currency: string;
}

/** Prices by model version or name of a model. */
export type TokenPrices = Readonly<Record<string, TokenPrice>>;

/** Reads `mlMonitoring.prices`. */
export function readPrices(config: Config): TokenPrices {
  const read = pricesSchema.safeParse(
    config.getOptional('mlMonitoring.prices') ?? {},
  );
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new InputError(
      `mlMonitoring.prices.${issue.path.join('.')}: ${issue.message}`,
    );
  }
  return read.data;
}
