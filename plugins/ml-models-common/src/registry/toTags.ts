import { JsonObject } from '@backstage/types';
import { legalTag } from './legal';
import type { RegistryModel } from './RegistryModel';
import { RegistryMappingRule, applyRules } from './rules';
import { cut } from './text';
import { Note } from './toVersions';

const MOST_TAGS = 50;

/** Tags without a value as they are, as Hugging Face has them. */
function plainTags(model: RegistryModel): string[] {
  return Object.entries(model.tags ?? {})
    .filter(([, value]) => value === '')
    .map(([key]) => key);
}

/** Tags of the entity: what the rules say, else the registry's tags that have no value. */
export function toTags(
  model: RegistryModel,
  rules: RegistryMappingRule[] | undefined,
  values: JsonObject,
  note: Note,
): string[] {
  const wanted = rules ? applyRules(rules, values) : plainTags(model);
  const tags = new Set<string>();
  for (const text of wanted) {
    const tag = legalTag(text);
    if (!tag) note(`tag "${cut(text, 60)}" is left out: it is not legal`);
    else if (tags.size < MOST_TAGS) tags.add(tag);
  }
  return [...tags].sort();
}
