import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  DEFAULT_NAMESPACE,
  KubernetesValidatorFunctions,
} from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  ANNOTATION_REGISTRY,
  ANNOTATION_REGISTRY_FETCHED_AT,
  ANNOTATION_REGISTRY_ID,
  ANNOTATION_REGISTRY_URL,
} from '../annotations';
import type { MlModelEntity } from '../kinds/MlModel';
import { ML_API_VERSION } from '../kinds/envelope';
import { MAX_DESCRIPTION_LENGTH } from '../kinds/fields';
import {
  isComponentRef,
  isModelRef,
  isOwnerRef,
  isSystemRef,
  legalKeyword,
  legalUrl,
} from './legal';
import { registryEntityName, registryKey } from './names';
import type { RegistryModel } from './RegistryModel';
import { RegistryMapping, RegistryMappingRule, applyRules } from './rules';
import { cut, longText, oneLine, withoutNul } from './text';
import { toDependencies } from './toDependencies';
import { toModelCard } from './toModelCard';
import { toTags } from './toTags';
import { Note, toVersions } from './toVersions';
import { ruleValues } from './values';

/** Owner of models that no rule finds one for. */
const NOBODY = 'group:default/unknown';
/** Task of models whose registry tells none. */
const NO_TASK = 'unknown';
const MOST_NOTES = 20;

const LIFECYCLE: RegistryMappingRule[] = [
  {
    if: {
      $any: [
        { aliases: { $contains: { $any: ['production', 'champion'] } } },
        { stages: { $contains: 'Production' } },
      ],
    },
    value: 'production',
  },
  {
    if: {
      $any: [
        { aliases: { $contains: { $any: ['staging', 'challenger'] } } },
        { stages: { $contains: 'Staging' } },
      ],
    },
    value: 'staging',
  },
  { value: 'experimental' },
];

/** What the mapping of one model needs besides the model. @public */
export interface RegistryMappingOptions {
  rules: RegistryMapping;
  /** When it was read from the registry. */
  fetchedAt: string;
  /** Whether a name is held by another model already. */
  isTaken?: (namespace: string, name: string) => boolean;
  /** Reference of the entity of another model of the same registry. */
  modelRef?: (id: string) => string | undefined;
}

/** An entity, and what the mapping had to change or leave out. @public */
export interface MappedRegistryModel {
  entity: MlModelEntity;
  notes: string[];
}

function chooser(rules: RegistryMapping, values: JsonObject, note: Note) {
  /** The first that is legal; what is not is noted. */
  return (
    field: keyof RegistryMapping,
    isLegal: (value: string) => boolean,
    defaults?: RegistryMappingRule[],
  ): string | undefined => {
    for (const value of applyRules(rules[field] ?? defaults, values)) {
      if (isLegal(value)) return value;
      note(`${field}: "${cut(value, 100)}" is not legal there`);
    }
    return undefined;
  };
}

function locationOf(model: RegistryModel, url: string | undefined): string {
  if (url) return `url:${url}`;
  return `registry:${registryKey(model.registry)}/${encodeURIComponent(
    withoutNul(model.id),
  )}`;
}

/**
 * A model of a registry as an entity. It always passes the schema of
 * `MlModel`: what does not is made legal or left out, with a note.
 *
 * @public
 */
export function registryModelToEntity(
  model: RegistryModel,
  options: RegistryMappingOptions,
): MappedRegistryModel {
  const { rules, fetchedAt, isTaken } = options;
  const notes: string[] = [];
  const note: Note = text => {
    if (notes.length < MOST_NOTES) notes.push(text);
  };
  const values = ruleValues(model);
  const choose = chooser(rules, values, note);
  const isLine = (max: number) => (value: string) =>
    oneLine(value, max) === value;

  const namespace =
    choose('namespace', KubernetesValidatorFunctions.isValidNamespace) ??
    DEFAULT_NAMESPACE;
  const name = registryEntityName({
    registry: model.registry,
    id: model.id,
    wanted: choose('name', () => true) ?? model.id,
    isTaken: isTaken && (wanted => isTaken(namespace, wanted)),
  });
  const owner = choose('owner', isOwnerRef);
  if (!owner) note('owner: no rule finds one');

  const description = longText(model.description, MAX_DESCRIPTION_LENGTH);
  if (description !== undefined && description !== model.description) {
    note(`description: cut at ${MAX_DESCRIPTION_LENGTH} characters`);
  }
  const title = oneLine(choose('title', () => true) ?? model.name, 200);
  const url = legalUrl(model.url);
  const location = locationOf(model, url);
  const baseModel = model.baseModel && options.modelRef?.(model.baseModel);
  const versions = toVersions(model.versions ?? [], note);
  const tags = toTags(model, rules.tags, values, note);
  const dependsOn = toDependencies(model, rules.dependsOn, values, note);

  const entity = {
    apiVersion: ML_API_VERSION,
    kind: 'MlModel',
    metadata: {
      name,
      namespace,
      title: title === name ? undefined : title,
      description,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_REGISTRY]: registryKey(model.registry),
        [ANNOTATION_REGISTRY_ID]: model.id,
        [ANNOTATION_REGISTRY_URL]: url,
        [ANNOTATION_REGISTRY_FETCHED_AT]: fetchedAt,
      },
      tags: tags.length ? tags : undefined,
      links: url && [{ url, title: 'Registry' }],
    },
    spec: {
      type:
        choose('type', value => legalKeyword(value) === value) ??
        legalKeyword(model.task) ??
        NO_TASK,
      lifecycle: choose('lifecycle', isLine(63), LIFECYCLE) ?? 'experimental',
      owner: owner ?? NOBODY,
      system: choose('system', isSystemRef),
      framework:
        choose('framework', value => legalKeyword(value) === value) ??
        legalKeyword(model.library),
      license: choose('license', isLine(100)) ?? oneLine(model.license, 100),
      parameters:
        Number.isSafeInteger(model.parameters) && model.parameters! > 0
          ? model.parameters
          : undefined,
      baseModel: baseModel && isModelRef(baseModel) ? baseModel : undefined,
      trainedBy: choose('trainedBy', isComponentRef),
      dependsOn: dependsOn.length ? dependsOn : undefined,
      primaryMetric: oneLine(model.primaryMetric, 100),
      modelCard: toModelCard(model),
      versions: versions.length ? versions : undefined,
    },
  };
  // Leaves out what is undefined, as the catalog's database does.
  return { entity: JSON.parse(JSON.stringify(entity)), notes };
}
