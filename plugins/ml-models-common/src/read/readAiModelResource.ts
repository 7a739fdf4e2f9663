import type { Entity } from '@backstage/catalog-model';

/** The type of the `Resource`s that other tools write for models. @public */
export const AI_MODEL_RESOURCE_TYPE = 'ai-model';

const TECHDOCS = 'backstage.io/techdocs-ref';

/** What a `Resource` of type `ai-model` says of a model. @public */
export interface AiModelFacts {
  description?: string;
  owner?: string;
  system?: string;
  /** Not written by Red Hat's catalog bridge, which knows no lifecycle of a `Resource`. */
  lifecycle?: string;
  tags: string[];
  /** Address of the licence text; from the link with the title `License`. */
  licenseUrl?: string;
  /** Where the weights are; from the link `Artifact Location`. */
  artifactUrl?: string;
  /** How to call it; from the link `How to use`, else `Model API`. */
  usageUrl?: string;
  /** Whether the model has TechDocs, which the bridge uses for the model card. */
  hasTechDocs: boolean;
  /** References to the `Component`s of type `model-server` that serve it. */
  servers: string[];
}

/** Whether an entity is a `Resource` of type `ai-model`. @public */
export function isAiModelResource(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'resource' &&
    entity.spec?.type === AI_MODEL_RESOURCE_TYPE
  );
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function texts(value: unknown): string[] {
  return [value]
    .flat()
    .filter((entry): entry is string => text(entry) !== undefined);
}

/**
 * Reads what a `Resource` of type `ai-model` says of a model, as Red Hat
 * Developer Hub's model catalog bridge and its model server connector write
 * it. What is not there is undefined.
 *
 * @public
 */
export function readAiModelResource({ metadata, spec }: Entity): AiModelFacts {
  const linkTitled = (title: string) =>
    metadata.links?.find(link => link.title?.toLowerCase() === title)?.url;

  return {
    description: text(metadata.description),
    owner: text(spec?.owner),
    system: text(spec?.system),
    lifecycle: text(spec?.lifecycle),
    tags: texts(metadata.tags),
    licenseUrl: linkTitled('license'),
    artifactUrl: linkTitled('artifact location'),
    usageUrl: linkTitled('how to use') ?? linkTitled('model api'),
    hasTechDocs: Boolean(text(metadata.annotations?.[TECHDOCS])),
    servers: texts(spec?.dependencyOf),
  };
}
