import { InputError } from '@backstage/errors';
import { FACT_LIMITS } from './limits';
import { FactDefinition, FactSchema } from './types';

const SEGMENT = /^[a-zA-Z][a-zA-Z0-9_]{0,62}$/;
// Names that CEL reserves cannot be selected, the others reach a prototype.
const REFUSED = new Set(
  (
    'constructor prototype false in null true as break const continue else for ' +
    'function if import let loop package namespace return var void while has'
  ).split(' '),
);

/** A fact with its full path. @public */
export interface DeclaredFact extends FactDefinition {
  collector: string;
  /** Names below the collector's id. */
  segments: readonly string[];
}

/**
 * All facts that collectors declare: what a rule may read.
 *
 * @public
 */
export class FactVocabulary {
  readonly schemas: readonly FactSchema[];
  /** Facts by full path. */
  readonly facts: ReadonlyMap<string, DeclaredFact>;
  readonly #groups: ReadonlySet<string>;

  private constructor(
    schemas: readonly FactSchema[],
    facts: Map<string, DeclaredFact>,
    groups: Set<string>,
  ) {
    this.schemas = schemas;
    this.facts = facts;
    this.#groups = groups;
  }

  /** Joins the schemas of collectors; throws an `InputError` when they contradict each other. */
  static create(schemas: readonly FactSchema[]): FactVocabulary {
    const facts = new Map<string, DeclaredFact>();
    const groups = new Set<string>();
    for (const schema of schemas) {
      assertName(schema.collector, `collector "${schema.collector}"`);
      if (groups.has(schema.collector)) {
        throw new InputError(
          `Two collectors have the id "${schema.collector}"; ids must be unique`,
        );
      }
      groups.add(schema.collector);
      if (schema.facts.length > FACT_LIMITS.facts) {
        throw new InputError(
          `Collector "${schema.collector}" declares ${schema.facts.length} facts, at most ${FACT_LIMITS.facts} are possible`,
        );
      }
      for (const fact of schema.facts) {
        addFact(schema.collector, fact, facts, groups);
      }
    }
    for (const path of facts.keys()) {
      if (groups.has(path)) {
        throw new InputError(
          `Fact "${path}" is declared as a value and as a group of facts`,
        );
      }
    }
    return new FactVocabulary([...schemas], facts, groups);
  }

  /** Whether a path is a collector or a group of facts rather than a fact. */
  isGroup(path: string): boolean {
    return this.#groups.has(path);
  }

  /** The declared path nearest to a mistyped one, for error messages. */
  suggest(path: string): string | undefined {
    let best: string | undefined;
    let bestDistance = Math.max(3, Math.floor(path.length / 4)) + 1;
    for (const candidate of this.facts.keys()) {
      const distance = editDistance(path, candidate, bestDistance);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }
}

function assertName(name: string, what: string): void {
  if (!SEGMENT.test(name) || REFUSED.has(name)) {
    throw new InputError(
      `Unusable name in ${what}: expected letters, digits and underscores, none of CEL's reserved words`,
    );
  }
}

function addFact(
  collector: string,
  fact: FactDefinition,
  facts: Map<string, DeclaredFact>,
  groups: Set<string>,
): void {
  const path = `${collector}.${fact.path}`;
  const segments = fact.path.split('.');
  segments.forEach(segment => assertName(segment, `fact "${path}"`));
  if (facts.has(path)) {
    throw new InputError(`Fact "${path}" is declared twice`);
  }
  for (let end = 1; end < segments.length; end++) {
    groups.add([collector, ...segments.slice(0, end)].join('.'));
  }
  facts.set(path, { ...fact, collector, segments });
}

function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit || a.length > 200) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(
        row[j] + 1,
        next[j - 1] + 1,
        row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    }
    row = next;
  }
  return row[b.length];
}
