import { Environment } from '@marcbachmann/cel-js';
import { AttestationField } from '../rubric/types';
import { FactVocabulary } from '../facts/FactVocabulary';
import { RULE_LIMITS } from './limits';
import { RuleInput, RuleInputType } from './types';

const CEL_TYPES: Record<RuleInputType, string> = {
  boolean: 'bool',
  integer: 'int',
  number: 'double',
  string: 'string',
  'list<string>': 'list<string>',
  'map<string>': 'map<string, string>',
};

/** A group of inputs: each name with the input's position or a group again. */
export type InputGroup = [name: string, child: number | InputGroup][];

type CelSchema = { [name: string]: string | CelSchema };

/**
 * What the rules of a rubric may read, and the CEL environment with the types
 * of it.
 *
 * @remarks
 * Of the CEL libraries for JavaScript, `@marcbachmann/cel-js` and
 * `@bufbuild/cel` were measured on the rules of the default rubric. Both keep
 * to the specification in `has()`, missing fields, macros, comparison across
 * numeric types and absorbed errors in `&&` and `||`, and both see own
 * properties only. The former takes 0.2 to 0.4 µs where the latter takes 2.5
 * to 4.7 µs, is 24 kB rather than 68 kB in a browser (gzip), type-checks
 * expressions against declared variables with the position of each error, and
 * has limits on nodes and depth. Its `matches` is not RE2, so rules may not
 * call it; an error takes it 13 µs, so a missing fact is found before it runs
 * (see {@link compileRule}).
 *
 * @public
 */
export class RuleScope {
  readonly inputs: readonly RuleInput[];
  /** Position in {@link RuleScope.inputs} by path. */
  readonly index: ReadonlyMap<string, number>;
  /** @internal */
  readonly tree: InputGroup;
  /** @internal */
  readonly environment: Environment;
  readonly #groups: ReadonlySet<string>;
  readonly #suggest: (path: string) => string | undefined;

  private constructor(
    inputs: readonly RuleInput[],
    suggest: (path: string) => string | undefined,
  ) {
    this.inputs = inputs;
    this.index = new Map(inputs.map((input, i) => [input.path, i]));
    this.#suggest = suggest;
    const groups = new Map<string, { tree: InputGroup; types: CelSchema }>();
    const groupAt = (path: string): { tree: InputGroup; types: CelSchema } => {
      let group = groups.get(path);
      if (!group) {
        group = { tree: [], types: Object.create(null) };
        groups.set(path, group);
        if (path) {
          const { parent, name } = split(path);
          const above = groupAt(parent);
          above.tree.push([name, group.tree]);
          above.types[name] = group.types;
        }
      }
      return group;
    };
    const root = groupAt('');
    inputs.forEach((input, i) => {
      const { parent, name } = split(input.path);
      const group = groupAt(parent);
      group.tree.push([name, i]);
      group.types[name] = CEL_TYPES[input.type];
    });
    this.tree = root.tree;
    this.#groups = new Set(groups.keys());
    this.environment = new Environment({
      unlistedVariablesAreDyn: false,
      limits: {
        maxAstNodes: RULE_LIMITS.nodes,
        maxDepth: RULE_LIMITS.depth,
        maxListElements: RULE_LIMITS.listLiteral,
        maxMapEntries: 0,
        maxCallArguments: 3,
      },
    });
    for (const name of Object.keys(root.types)) {
      this.environment.registerVariable({
        name,
        schema: root.types[name] as never,
      });
    }
  }

  /** The scope of rules over facts. */
  static fromVocabulary(vocabulary: FactVocabulary): RuleScope {
    return new RuleScope(
      [...vocabulary.facts].map(([path, { type }]) => ({ path, type })),
      path => vocabulary.suggest(path),
    );
  }

  /** The scope of `passIf`: the fields of an answer. */
  static fromFields(fields: readonly AttestationField[]): RuleScope {
    const inputs = fields.map(field => ({
      path: `fields.${field.id}`,
      type: fieldInputType(field),
    }));
    return new RuleScope(inputs, () => undefined);
  }

  /** Whether a path is a group of inputs. */
  isGroup(path: string): boolean {
    return this.#groups.has(path);
  }

  /** The known path nearest to a mistyped one. */
  suggest(path: string): string | undefined {
    return this.#suggest(path);
  }
}

function split(path: string): { parent: string; name: string } {
  const dot = path.lastIndexOf('.');
  return { parent: path.slice(0, Math.max(0, dot)), name: path.slice(dot + 1) };
}

function fieldInputType(field: AttestationField): RuleInputType {
  switch (field.type) {
    case 'boolean':
      return 'boolean';
    // A duration is read in days.
    case 'number':
    case 'duration':
      return 'number';
    case 'choice':
      return field.items ? 'map<string>' : 'string';
    default:
      return 'string';
  }
}
