import { ANNOTATION_REGISTRY, ANNOTATION_REGISTRY_ID } from '../annotations';
import { digest } from './hash';
import type { RegistryRef } from './RegistryModel';

const LONGEST_NAME = 63;
const DIGITS = 8;
const NAMELESS = 'model';

/**
 * A text as the name of an entity: lower case, without accents, and a hyphen
 * for each run of other characters than letters, digits, dots and underscores.
 */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/[-._]*-[-._]*/g, '-')
    .replace(/^[-._]+|[-._]+$/g, '');
}

function withSuffix(name: string, id: string): string {
  const room = LONGEST_NAME - DIGITS - 1;
  const start = name.slice(0, room).replace(/[-._]+$/, '');
  return `${start || NAMELESS}-${digest(id).slice(0, DIGITS)}`;
}

/**
 * Name of the entity for a model: the wanted name in legal letters. A name
 * that another model holds already (such as one that differs in case or a
 * slash only), that is too long, or that has no legal character gets eight
 * digits of the hash of registry and id, which are the same in every run.
 *
 * @remarks
 * The way back is not by the name but by {@link registryIdentityOf}.
 *
 * @public
 */
export function registryEntityName(options: {
  registry: RegistryRef;
  id: string;
  /** What it should be called: its id, or what a rule says. */
  wanted: string;
  isTaken?: (name: string) => boolean;
}): string {
  const { registry, id, wanted, isTaken } = options;
  const name = slug(wanted);
  const legal = name.length > 0 && name.length <= LONGEST_NAME;
  if (legal && !isTaken?.(name)) return name;
  return withSuffix(
    name,
    JSON.stringify([registry.type, registry.instance, id]),
  );
}

/** A registry as one word, such as `mlflow:production`, as entities name it. @public */
export function registryKey({ type, instance }: RegistryRef): string {
  return `${type}:${instance}`;
}

/** Which model of which registry an entity was read from. @public */
export function registryIdentityOf(entity: {
  metadata: { annotations?: Record<string, string> };
}): { registry: RegistryRef; id: string } | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const key = annotations[ANNOTATION_REGISTRY];
  const id = annotations[ANNOTATION_REGISTRY_ID];
  const colon = key?.indexOf(':') ?? -1;
  if (colon < 1 || id === undefined) return undefined;
  return {
    registry: { type: key.slice(0, colon), instance: key.slice(colon + 1) },
    id,
  };
}
