import { factProblem } from '../facts/factProblem';
import { InputGroup, RuleScope } from './RuleScope';

/**
 * The inputs of rules for one entity or answer: read once, shared by all of
 * its rules.
 */
export class RuleRow {
  /** Value by position of the input; undefined where it is not known. */
  readonly values: unknown[];
  /** Why a value is unusable, by position. */
  readonly invalid: ReadonlyMap<number, string> | undefined;
  readonly #scope: RuleScope;
  #context: Record<string, unknown> | undefined;

  constructor(
    scope: RuleScope,
    used: readonly number[],
    read: (index: number) => unknown,
  ) {
    this.#scope = scope;
    this.values = new Array(scope.inputs.length).fill(undefined);
    let invalid: Map<number, string> | undefined;
    for (const index of used) {
      const value = read(index);
      if (value === undefined || value === null) continue;
      const { path, type } = scope.inputs[index];
      const problem =
        type === 'map<string>' ? undefined : factProblem(type, value);
      if (problem) {
        invalid ??= new Map();
        invalid.set(index, `${path}: ${problem}`);
      } else {
        this.values[index] = value;
      }
    }
    this.invalid = invalid;
  }

  /**
   * The inputs as CEL sees them. Every group is there, so that `has()` of a
   * fact in an absent group is false rather than an error.
   */
  context(): Record<string, unknown> {
    this.#context ??= this.#build(this.#scope.tree);
    return this.#context;
  }

  #build(group: InputGroup): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const [name, child] of group) {
      if (typeof child === 'object') {
        result[name] = this.#build(child);
        continue;
      }
      const value = this.values[child];
      if (value === undefined) continue;
      result[name] =
        this.#scope.inputs[child].type === 'integer'
          ? BigInt(value as number)
          : value;
    }
    return result;
  }
}
