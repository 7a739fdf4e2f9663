import { parseEntityRef } from '@backstage/catalog-model';
import { JsonValue } from '@backstage/types';
import { DeclaredFact } from '../facts/FactVocabulary';
import { FactReading } from '../facts/types';

function value(of: JsonValue): string {
  if (typeof of === 'boolean') return of ? 'yes' : 'no';
  if (typeof of === 'string')
    return `"${of.length > 60 ? `${of.slice(0, 60)}…` : of}"`;
  if (typeof of === 'number' && !Number.isInteger(of)) {
    return String(Math.round(of * 1_000) / 1_000);
  }
  if (Array.isArray(of)) {
    const shown = of.slice(0, 5).map(entry => value(entry as JsonValue));
    if (!shown.length) return 'none';
    return `${shown.join(', ')}${of.length > 5 ? ', …' : ''}`;
  }
  return String(of);
}

/** What a fact is called within a sentence: `age of the model`, `CI system`. */
export function nameOf({ title, collector, path }: DeclaredFact): string {
  if (!title) return `${collector}.${path}`;
  return /^[A-Z][a-z]/.test(title)
    ? title.charAt(0).toLocaleLowerCase('en-GB') + title.slice(1)
    : title;
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

/** `versions in the catalog (3) and licence (not known)`. */
export function findings(
  causes: readonly DeclaredFact[],
  readings: readonly FactReading[],
): string {
  return listing(
    causes.map(fact => {
      const path = `${fact.collector}.${fact.path}`;
      const reading = readings.find(found => found.path === path);
      const unit = fact.unit ? ` ${fact.unit}` : '';
      return `${nameOf(fact)} (${
        reading ? `${value(reading.value)}${unit}` : 'not known'
      })`;
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
