import {
  FilterPredicate,
  createZodV4FilterPredicateSchema,
  evaluateFilterPredicate,
} from '@backstage/filter-predicates';
import { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { checkTemplate, fillTemplate } from './template';

const template = z
  .string()
  .min(1)
  .superRefine((text, ctx) => {
    try {
      checkTemplate(text);
    } catch (error) {
      ctx.addIssue({ code: 'custom', message: (error as Error).message });
    }
  });

const rule = z.strictObject({
  if: createZodV4FilterPredicateSchema().optional(),
  value: template,
});

// Not a union, whose errors would name every branch.
const rules = z
  .preprocess(
    value => (typeof value === 'string' ? [{ value }] : value),
    z.array(rule).min(1),
  )
  .optional();

/**
 * How app-config says that models of a registry become entities. Each field is
 * a template, or a list of rules with a predicate (`if`) and a template
 * (`value`); the first that holds and can be filled in wins, and all of them
 * for `tags` and `dependsOn`.
 *
 * @public
 */
export const registryMappingSchema = z.strictObject({
  namespace: rules,
  name: rules,
  title: rules,
  owner: rules,
  system: rules,
  lifecycle: rules,
  type: rules,
  framework: rules,
  license: rules,
  tags: rules,
  dependsOn: rules,
  trainedBy: rules,
});

/** A predicate on a model, and the template of what follows from it. @public */
export interface RegistryMappingRule {
  if?: FilterPredicate;
  value: string;
}

/** The rules by the field that they fill. @public */
export type RegistryMapping = {
  [field in keyof z.output<
    typeof registryMappingSchema
  >]?: RegistryMappingRule[];
};

/** What the rules that hold say, in their order; those that lack a value say nothing. */
export function* applyRules(
  list: RegistryMappingRule[] | undefined,
  values: JsonObject,
): Generator<string> {
  for (const { if: predicate, value } of list ?? []) {
    if (predicate && !evaluateFilterPredicate(predicate, values)) continue;
    const text = fillTemplate(value, values);
    if (text) yield text;
  }
}
