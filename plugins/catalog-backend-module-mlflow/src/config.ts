import { Config } from '@backstage/config';
import { createZodV4FilterPredicateSchema } from '@backstage/filter-predicates';
import { readRegistryProviders } from '@airworthy/plugin-ml-models-node';
import { z } from 'zod';

const shape = {
  uiUrl: z
    .string()
    .refine(url => /^https?:\/\/[^@\s]+$/.test(url), {
      error: 'expected an http or https address',
    })
    .optional(),
  filters: z
    .strictObject({
      search: z.string().min(1).optional(),
      match: createZodV4FilterPredicateSchema().optional(),
    })
    .optional(),
};

/** What a provider of MLflow has beyond those of all registries. */
export type MlflowConfig = z.output<z.ZodObject<typeof shape>>;

/** The MLflow registries of app-config. */
export function readMlflowConfig(rootConfig: Config) {
  return readRegistryProviders(rootConfig, 'mlflow', shape);
}
