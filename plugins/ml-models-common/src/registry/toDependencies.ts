import { JsonObject } from '@backstage/types';
import { isDependencyRef } from './legal';
import type { RegistryModel } from './RegistryModel';
import { RegistryMappingRule, applyRules } from './rules';
import { cut } from './text';
import { Note } from './toVersions';
import { datasetsOf, withDataset } from './values';

const MOST = 200;

/** What the model depends on as the rules say, each rule once for every dataset and once without. */
export function toDependencies(
  model: RegistryModel,
  rules: RegistryMappingRule[] | undefined,
  values: JsonObject,
  note: Note,
): string[] {
  if (!rules) return [];
  const contexts = [
    values,
    ...datasetsOf(model).map(dataset => withDataset(values, dataset)),
  ];
  const refs = new Set<string>();
  for (const ref of contexts.flatMap(c => [...applyRules(rules, c)])) {
    if (!isDependencyRef(ref)) {
      note(`dependsOn: "${cut(ref, 100)}" is not legal there`);
    } else if (refs.size < MOST) {
      refs.add(ref);
    }
  }
  return [...refs];
}
