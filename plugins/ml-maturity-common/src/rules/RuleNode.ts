import { ASTNode, serialize } from '@marcbachmann/cel-js';
import { operandsOf, pathOf } from './ast';
import { analyseRule } from './analyseRule';
import { MACROS } from './limits';
import { RuleRow } from './RuleRow';
import { RuleScope } from './RuleScope';

/** Outcome of a node, in the order of nothing but speed. */
export const FALSE = 0;
export const TRUE = 1;
export const UNKNOWN = 2;
export const ERROR = 3;
export type Outcome =
  | typeof FALSE
  | typeof TRUE
  | typeof UNKNOWN
  | typeof ERROR;

/** What came up while a rule ran. */
export interface RuleTrace {
  missing: number[];
  error: string | undefined;
}

/** Part of a compiled rule. */
export interface RuleNode {
  run(row: RuleRow, trace: RuleTrace): Outcome;
  /** Inputs that made the node true or false. */
  causes(row: RuleRow, into: Set<number>): void;
}

const scratch = (): RuleTrace => ({ missing: [], error: undefined });

class Junction implements RuleNode {
  constructor(
    /** The outcome that decides alone: false in `&&`, true in `||`. */
    private readonly decisive: Outcome,
    private readonly left: RuleNode,
    private readonly right: RuleNode,
  ) {}

  run(row: RuleRow, trace: RuleTrace): Outcome {
    const left = this.left.run(row, trace);
    if (left === this.decisive) return left;
    const right = this.right.run(row, trace);
    if (right === this.decisive) return right;
    // Unknown before error, as in cel-go: knowing more may settle it.
    if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN;
    return left === ERROR ? left : right;
  }

  causes(row: RuleRow, into: Set<number>): void {
    const left = this.left.run(row, scratch()) === this.decisive;
    const right = this.right.run(row, scratch()) === this.decisive;
    if (left || !right) this.left.causes(row, into);
    if (right || !left) this.right.causes(row, into);
  }
}

class Negation implements RuleNode {
  constructor(private readonly of: RuleNode) {}

  run(row: RuleRow, trace: RuleTrace): Outcome {
    const outcome = this.of.run(row, trace);
    if (outcome === TRUE) return FALSE;
    return outcome === FALSE ? TRUE : outcome;
  }

  causes(row: RuleRow, into: Set<number>): void {
    this.of.causes(row, into);
  }
}

class Choice implements RuleNode {
  constructor(
    private readonly condition: RuleNode,
    private readonly yes: RuleNode,
    private readonly no: RuleNode,
  ) {}

  run(row: RuleRow, trace: RuleTrace): Outcome {
    const outcome = this.condition.run(row, trace);
    if (outcome === TRUE) return this.yes.run(row, trace);
    return outcome === FALSE ? this.no.run(row, trace) : outcome;
  }

  causes(row: RuleRow, into: Set<number>): void {
    this.condition.causes(row, into);
    (this.condition.run(row, scratch()) === TRUE ? this.yes : this.no).causes(
      row,
      into,
    );
  }
}

class Presence implements RuleNode {
  constructor(private readonly index: number) {}

  run(row: RuleRow): Outcome {
    return row.values[this.index] === undefined ? FALSE : TRUE;
  }

  causes(_: RuleRow, into: Set<number>): void {
    into.add(this.index);
  }
}

class Flag implements RuleNode {
  constructor(private readonly index: number) {}

  run(row: RuleRow, trace: RuleTrace): Outcome {
    const value = row.values[this.index];
    if (value === true) return TRUE;
    if (value === false) return FALSE;
    return absent(row, this.index, trace);
  }

  causes(_: RuleRow, into: Set<number>): void {
    into.add(this.index);
  }
}

function absent(row: RuleRow, index: number, trace: RuleTrace): Outcome {
  const problem = row.invalid?.get(index);
  if (problem !== undefined) {
    trace.error ??= problem;
    return ERROR;
  }
  if (!trace.missing.includes(index)) trace.missing.push(index);
  return UNKNOWN;
}

class Program implements RuleNode {
  constructor(
    private readonly evaluate: (context: Record<string, unknown>) => unknown,
    /** Inputs without which the expression cannot have a value. */
    private readonly strict: readonly number[],
    private readonly reads: readonly number[],
    private readonly presence: readonly number[],
  ) {}

  run(row: RuleRow, trace: RuleTrace): Outcome {
    let outcome: Outcome = TRUE;
    for (const index of this.strict) {
      if (row.values[index] === undefined) {
        outcome = Math.max(outcome, absent(row, index, trace)) as Outcome;
      }
    }
    if (outcome !== TRUE) return outcome;
    try {
      const value = this.evaluate(row.context());
      if (typeof value === 'boolean') return value ? TRUE : FALSE;
      trace.error ??= `expected true or false, was ${typeof value}`;
      return ERROR;
    } catch (error) {
      const gone = this.reads.filter(index => row.values[index] === undefined);
      if (gone.length) {
        return gone
          .map(index => absent(row, index, trace))
          .reduce((a, b) => Math.max(a, b) as Outcome);
      }
      // The first line is the message, the others point into the expression.
      trace.error ??= String((error as Error)?.message ?? error).split('\n')[0];
      return ERROR;
    }
  }

  causes(_: RuleRow, into: Set<number>): void {
    this.reads.forEach(index => into.add(index));
    this.presence.forEach(index => into.add(index));
  }
}

/** Inputs that an expression reads whatever else holds. */
function strictReads(
  node: ASTNode,
  scope: RuleScope,
  into: Set<number>,
): Set<number> {
  const path = pathOf(node);
  const index = path === undefined ? undefined : scope.index.get(path);
  if (index !== undefined) return into.add(index);
  if (node.op === '&&' || node.op === '||') return into;
  if (node.op === 'call' && node.args[0] === 'has') return into;
  let operands = operandsOf(node);
  if (node.op === '?:') operands = [node.args[0]];
  // The body of a macro does not run for an empty list.
  if (node.op === 'rcall' && MACROS.has(node.args[0]))
    operands = [node.args[1]];
  operands.forEach(operand => strictReads(operand, scope, into));
  return into;
}

/**
 * Compiles a syntax tree that was found sound. The logical operators are run
 * here in three-valued logic, so that a missing fact costs no exception and
 * is named; everything below them is a program of the CEL library.
 */
export function buildRuleNode(node: ASTNode, scope: RuleScope): RuleNode {
  switch (node.op) {
    case '&&':
    case '||':
      return new Junction(
        node.op === '&&' ? FALSE : TRUE,
        buildRuleNode(node.args[0], scope),
        buildRuleNode(node.args[1], scope),
      );
    case '!_':
      return new Negation(buildRuleNode(node.args, scope));
    case '?:':
      return new Choice(
        buildRuleNode(node.args[0], scope),
        buildRuleNode(node.args[1], scope),
        buildRuleNode(node.args[2], scope),
      );
    case 'call':
      if (node.args[0] === 'has') {
        return new Presence(scope.index.get(pathOf(node.args[1][0])!)!);
      }
      break;
    case '.': {
      const index = scope.index.get(pathOf(node)!);
      if (index !== undefined) return new Flag(index);
      break;
    }
    default:
      break;
  }
  const { reads, presence } = analyseRule(node, scope);
  return new Program(
    scope.environment.parse(serialize(node)),
    [...strictReads(node, scope, new Set())],
    [...reads],
    [...presence],
  );
}
