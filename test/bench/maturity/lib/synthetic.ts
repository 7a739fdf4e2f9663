import type { Entity } from '@backstage/catalog-model';
import { BUILT_IN_FACTS } from '@airworthy/plugin-ml-maturity-common';

const TEAMS = 500;

/** Mulberry32: the same models on every run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A model of one of five hundred teams. */
export function modelOf(index: number): Entity {
  return {
    apiVersion: 'airworthy.dev/v1alpha1',
    kind: 'MlModel',
    metadata: { name: `model-${index}`, namespace: 'default', etag: '1' },
    spec: { type: 'tabular-classification', lifecycle: 'production' },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/team-${index % TEAMS}` },
    ],
  };
}

function valueOf(type: string, next: () => number) {
  switch (type) {
    case 'boolean':
      return next() < 0.6;
    case 'integer':
      return Math.floor(next() * 5);
    case 'number':
      return Math.round(next() * 400);
    case 'string':
      return next() < 0.5 ? 'production' : 'canary';
    default:
      return next() < 0.5 ? ['staging', 'production'] : ['staging'];
  }
}

/** Facts of every collector; each is known to a share. */
export function factsOf(next: () => number, known: number) {
  return BUILT_IN_FACTS.filter(
    ({ collector }) => collector !== 'assessment',
  ).map(schema => {
    const values: Record<string, any> = {};
    for (const fact of schema.facts) {
      const value = valueOf(fact.type, next);
      if (next() >= known) continue;
      const names = fact.path.split('.');
      let at = values;
      for (const name of names.slice(0, -1)) at = at[name] ??= {};
      at[names[names.length - 1]] = value;
    }
    return { collectorId: schema.collector, values };
  });
}
