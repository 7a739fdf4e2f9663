import { createZodV4FilterPredicateSchema } from '@backstage/filter-predicates';
import { z } from 'zod';
import { attestationQuestionSchema } from './attestationSchema';
import { day, httpUrl, id, line, markdown, templateRef } from './fields';
import { RUBRIC_LIMITS } from './limits';

/** The `apiVersion` of a rubric document. @public */
export const RUBRIC_API_VERSION = 'airworthy.dev/v1alpha1';

/** The `kind` of a rubric document. @public */
export const RUBRIC_KIND = 'MlMaturityRubric';

/** What it takes to mend a failing check. @public */
export const EFFORTS = ['small', 'medium', 'large'] as const;

/**
 * Items of the ML Test Score: sections D (data), M (model), I (infrastructure)
 * and O (monitoring) with seven items each.
 *
 * @remarks
 * Breck, Cai, Nielsen, Salib, Sculley: The ML Test Score: A Rubric for ML
 * Production Readiness and Technical Debt Reduction, IEEE Big Data 2017,
 * sections II to V.
 *
 * @public
 */
export const ML_TEST_SCORE_ITEMS = (['D', 'M', 'I', 'O'] as const).flatMap(
  section =>
    ([1, 2, 3, 4, 5, 6, 7] as const).map(item => `${section}${item}` as const),
);

const predicate = () =>
  createZodV4FilterPredicateSchema().describe(
    'Catalog filter predicate over the entity.',
  );

const link = z.strictObject({ title: line(200), url: httpUrl() });

const termShape = {
  title: line(120),
  description: markdown(2_000).optional(),
};

const remediation = z.strictObject({
  text: markdown(4_000).describe('How to mend it, Markdown.'),
  links: z.array(link).max(10).optional(),
  template: templateRef()
    .optional()
    .describe('Scaffolder template that produces the missing fact.'),
});

/** Schema of one check. @public */
export const rubricCheckSchema = z.strictObject({
  id: id(),
  title: line(160).describe('What holds when it passes.'),
  why: markdown(4_000).describe('Why it matters, Markdown.'),
  level: z.int().min(0),
  category: id(),
  phase: id()
    .optional()
    .describe('Step of the journey; the order of the file is its order.'),
  tracks: z
    .array(id())
    .min(1)
    .max(RUBRIC_LIMITS.tracks)
    .optional()
    .describe('Tracks on which it applies; all without it.'),
  appliesTo: predicate().optional(),
  weight: z.number().positive().max(1_000).default(1),
  effort: z.enum(EFFORTS).default('medium'),
  rule: z
    .string()
    .min(1)
    .max(RUBRIC_LIMITS.rule)
    .optional()
    .describe('CEL expression over facts that gives a boolean.'),
  expects: line(300)
    .optional()
    .describe('What the rule looks for, one sentence; required with a rule.'),
  attestation: attestationQuestionSchema.optional(),
  remediation,
  mlTestScore: z.enum(ML_TEST_SCORE_ITEMS).optional(),
  sources: z.array(link).max(20).optional(),
  status: z.enum(['active', 'draft']).default('active'),
  effectiveFrom: day()
    .optional()
    .describe('Shown, but not counted, before this day (UTC).'),
});

/** Schema of a rubric document; what refers to what is checked by {@link parseRubric}. @public */
export const rubricSchema = z.strictObject({
  apiVersion: z.literal(RUBRIC_API_VERSION),
  kind: z.literal(RUBRIC_KIND),
  metadata: z.strictObject({
    id: id(),
    title: line(120),
    version: line(40),
    description: markdown(4_000).optional(),
  }),
  appliesTo: predicate(),
  levels: z
    .array(z.strictObject({ level: z.int().min(0), ...termShape }))
    .min(1)
    .max(RUBRIC_LIMITS.levels),
  categories: z
    .array(z.strictObject({ id: id(), ...termShape }))
    .min(1)
    .max(RUBRIC_LIMITS.categories),
  phases: z
    .array(z.strictObject({ id: id(), ...termShape }))
    .max(RUBRIC_LIMITS.phases)
    .default([]),
  tracks: z
    .array(z.strictObject({ id: id(), ...termShape }))
    .max(RUBRIC_LIMITS.tracks)
    .default([]),
  checks: z.array(rubricCheckSchema).min(1).max(RUBRIC_LIMITS.checks),
});
