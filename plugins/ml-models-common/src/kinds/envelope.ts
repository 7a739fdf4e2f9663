import { z } from 'zod';
import { MAX_DESCRIPTION_LENGTH } from './fields';

/** The apiVersion of the kinds. @public */
export const ML_API_VERSION = 'airworthy.dev/v1alpha1';

const metadata = z.looseObject({
  name: z
    .string()
    .describe('Name of the entity, unique in its namespace and kind.'),
  namespace: z.string().optional().describe('Namespace; `default` without it.'),
  title: z.string().max(200).optional().describe('Name for people.'),
  description: z
    .string()
    .max(MAX_DESCRIPTION_LENGTH)
    .optional()
    .describe('What it is, in a sentence or two.'),
  labels: z
    .record(z.string(), z.string())
    .optional()
    .describe('Labels, as in every Backstage entity.'),
  annotations: z
    .record(z.string(), z.string())
    .optional()
    .describe('Annotations, as in every Backstage entity.'),
  tags: z
    .array(z.string())
    .optional()
    .describe('Tags, as in every Backstage entity.'),
  links: z
    .array(
      z.looseObject({
        url: z.string().describe('Address.'),
        title: z.string().optional().describe('Text of the link.'),
        icon: z.string().optional().describe('Icon of the link.'),
        type: z.string().optional().describe('What kind of link it is.'),
      }),
    )
    .optional()
    .describe('Links, as in every Backstage entity.'),
});

/** The parts that every kind of ours shares around its `spec`. */
export function envelope<K extends string, S extends z.ZodType>(
  kind: K,
  spec: S,
) {
  return z.looseObject({
    apiVersion: z.literal(ML_API_VERSION).describe('Version of the schema.'),
    kind: z.literal(kind).describe('The kind.'),
    metadata: metadata.describe('Metadata, as in every Backstage entity.'),
    relations: z
      .array(z.looseObject({ type: z.string(), targetRef: z.string() }))
      .optional()
      .describe('Made by the catalog.'),
    spec: spec.describe('What is particular to this kind.'),
  });
}
