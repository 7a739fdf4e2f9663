import { parseEntityRef } from '@backstage/catalog-model';
import { JsonValue } from '@backstage/types';
import { FactReading } from '../facts/types';

function value(of: JsonValue): string {
  if (typeof of === 'string')
    return `"${of.length > 60 ? `${of.slice(0, 60)}…` : of}"`;
  if (typeof of === 'number' && !Number.isInteger(of)) {
    return String(Math.round(of * 1_000) / 1_000);
  }
  if (Array.isArray(of)) {
    const shown = of.slice(0, 5).map(entry => value(entry as JsonValue));
    return `[${shown.join(', ')}${of.length > 5 ? ', …' : ''}]`;
  }
  return String(of);
}

/** A sentence's end without its full stop. */
export function withoutStop(sentence: string): string {
  return sentence.endsWith('.') ? sentence.slice(0, -1) : sentence;
}

/** `a, b and c`. */
export function listing(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

/** `versions.count is 3, model.license is not known`. */
export function findings(
  paths: readonly string[],
  facts: readonly FactReading[],
): string {
  return listing(
    paths.map(path => {
      const fact = facts.find(reading => reading.path === path);
      return fact ? `${path} is ${value(fact.value)}` : `${path} is not known`;
    }),
  );
}

/** The day of a moment. */
export function day(moment: number | string): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** A person as people write them: `amara.okafor` for `user:default/amara.okafor`. */
export function person(entityRef: string): string {
  try {
    const { namespace, name } = parseEntityRef(entityRef);
    return namespace === 'default' ? name : `${namespace}/${name}`;
  } catch {
    return entityRef;
  }
}
