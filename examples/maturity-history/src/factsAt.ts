import { JsonObject, JsonValue } from '@backstage/types';
import { EntityFacts } from '@airworthy/plugin-ml-maturity-common';
import { Difference } from './types';

/** The inference logs of the examples begin so many days ago; before that nothing was watched. */
const LOG_DAYS = 45;

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function younger(version: JsonValue | undefined, days: number) {
  if (!isObject(version)) return undefined;
  if (typeof version.ageDays !== 'number') return version;
  const ageDays = version.ageDays - days;
  return ageDays < 0 ? undefined : { ...version, ageDays };
}

/** The versions that a model had: none before it was made, and the one that serves before a newer one. */
function versionsAt(now: JsonObject, days: number): JsonObject {
  const serving = younger(now.serving, days);
  const newest = younger(now.newest, days);
  if (newest) return { ...now, newest, ...(serving ? { serving } : {}) };
  const { newest: _, serving: __, ...rest } = now;
  if (!serving) return { ...rest, count: 0 };
  return {
    ...rest,
    count: Math.max(1, Number(now.count ?? 1) - 1),
    newest: serving,
    serving,
  };
}

function write(facts: JsonObject, path: string, value: JsonValue): void {
  const segments = path.split('.');
  const last = segments.pop()!;
  let at = facts;
  for (const segment of segments) {
    if (!isObject(at[segment])) {
      if (value === null) return;
      at[segment] = {};
    }
    at = at[segment] as JsonObject;
  }
  if (value === null) delete at[last];
  else at[last] = value;
}

/** The facts of a model some days ago, by collector: those of now, less what came since. */
export function factsAt(
  now: EntityFacts,
  differences: readonly Difference[],
  daysAgo: number,
): Record<string, JsonObject> {
  const facts: JsonObject = {};
  for (const [collector, { values }] of Object.entries(now)) {
    facts[collector] = structuredClone(values);
  }
  if (daysAgo > LOG_DAYS) delete facts.monitoring;
  if (isObject(facts.versions)) {
    facts.versions = versionsAt(facts.versions, daysAgo);
  }
  if (isObject(facts.model) && typeof facts.model.ageDays === 'number') {
    const ageDays = facts.model.ageDays - daysAgo;
    if (ageDays < 0) delete facts.model.ageDays;
    else facts.model.ageDays = ageDays;
  }
  for (const { untilDaysAgo, was } of differences) {
    if (daysAgo <= untilDaysAgo) continue;
    for (const [path, value] of Object.entries(was)) write(facts, path, value);
  }
  return facts as Record<string, JsonObject>;
}
