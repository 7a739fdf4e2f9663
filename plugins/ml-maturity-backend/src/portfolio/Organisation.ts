import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_PART_OF,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { relationTargets } from '@airworthy/plugin-ml-models-node';

type Links = ReadonlyMap<string, readonly string[]>;

function titleOf(entity: Entity): string | undefined {
  const profile = entity.spec?.profile as { displayName?: unknown } | undefined;
  const name = entity.metadata.title ?? profile?.displayName;
  return typeof name === 'string' && name ? name : undefined;
}

/** Groups below groups, systems in domains, domains in domains. */
export class Organisation {
  /** Nodes right above each node. */
  readonly parents: Links;
  readonly #children = new Map<string, string[]>();
  readonly #titles: ReadonlyMap<string, string>;

  private constructor(parents: Links, titles: ReadonlyMap<string, string>) {
    this.parents = parents;
    this.#titles = titles;
    for (const [id, above] of parents) {
      for (const parent of above) {
        const children = this.#children.get(parent);
        if (children) children.push(id);
        else this.#children.set(parent, [id]);
      }
    }
  }

  static empty(): Organisation {
    return new Organisation(new Map(), new Map());
  }

  /** Reads the relations of groups, systems and domains. */
  static fromEntities(entities: Iterable<Entity>): Organisation {
    const parents = new Map<string, string[]>();
    const titles = new Map<string, string>();
    for (const entity of entities) {
      const ref = stringifyEntityRef(entity);
      const isGroup = entity.kind.toLocaleLowerCase('en-US') === 'group';
      parents.set(
        ref,
        isGroup
          ? relationTargets(entity, RELATION_CHILD_OF, 'group')
          : relationTargets(entity, RELATION_PART_OF, 'domain'),
      );
      const title = titleOf(entity);
      if (title) titles.set(ref, title);
    }
    return new Organisation(parents, titles);
  }

  /** What to call a node: its title, else its name. */
  title(ref: string): string {
    const known = this.#titles.get(ref);
    if (known) return known;
    try {
      return parseEntityRef(ref).name;
    } catch {
      return ref;
    }
  }

  /** Nodes and all below them. */
  below(refs: Iterable<string>): Set<string> {
    return closure(refs, ref => this.#children.get(ref));
  }

  /** Nodes and all above them. */
  above(refs: Iterable<string>): Set<string> {
    return closure(refs, ref => this.parents.get(ref));
  }
}

// Relations may form a circle, so what was met is not met again.
function closure(
  refs: Iterable<string>,
  next: (ref: string) => readonly string[] | undefined,
): Set<string> {
  const met = new Set(refs);
  const open = [...met];
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    for (const other of next(ref) ?? []) {
      if (met.has(other)) continue;
      met.add(other);
      open.push(other);
    }
  }
  return met;
}
