import { ASTNode } from '@marcbachmann/cel-js';
import { analyseRule } from './analyseRule';
import { RULE_LIMITS } from './limits';
import { buildRuleNode, ERROR, FALSE, RuleTrace, TRUE } from './RuleNode';
import { RuleRow } from './RuleRow';
import { RuleScope } from './RuleScope';
import { RuleOutcome, RuleProblem } from './types';

/** Answer of a rule for one row of inputs. */
export interface RuleAnswer {
  outcome: RuleOutcome;
  /** Paths of the inputs that were missed, if the outcome is unknown. */
  missing: readonly string[];
  /** What went wrong, if the outcome is an error. */
  error?: string;
}

const NONE: readonly string[] = [];
const ANSWER_TRUE: RuleAnswer = { outcome: 'true', missing: NONE };
const ANSWER_FALSE: RuleAnswer = { outcome: 'false', missing: NONE };

/** A rule that was compiled once and runs for every entity. */
export interface CompiledRule {
  source: string;
  /** Positions of the inputs that it reads or whose presence it asks for. */
  inputs: readonly number[];
  run(row: RuleRow): RuleAnswer;
  /** Paths of the inputs that made it true or false. */
  causes(row: RuleRow): Set<number>;
}

/** A compiled rule, or what is wrong with its text. */
export type RuleCompilation =
  | { ok: true; rule: CompiledRule }
  | { ok: false; problems: RuleProblem[] };

function failed(message: string, start: number, end: number): RuleCompilation {
  return { ok: false, problems: [{ message, start, end }] };
}

function celProblem(
  prefix: string,
  error: unknown,
  source: string,
): RuleCompilation {
  const cel = error as {
    summary?: string;
    message?: string;
    range?: { start: number; end: number };
  };
  return failed(
    `${prefix}: ${cel.summary ?? cel.message?.split('\n')[0] ?? error}`,
    Math.min(cel.range?.start ?? 0, source.length),
    Math.min(cel.range?.end ?? source.length, source.length),
  );
}

/** Compiles a rule; what is wrong with it is told with its place in the text. */
export function compileRule(source: string, scope: RuleScope): RuleCompilation {
  if (source.length > RULE_LIMITS.text) {
    return failed(
      `expected at most ${RULE_LIMITS.text} characters, was ${source.length}`,
      0,
      source.length,
    );
  }
  let ast: ASTNode;
  try {
    ast = scope.environment.parse(source).ast;
  } catch (error) {
    return celProblem('is not a CEL expression', error, source);
  }
  const { problems, reads, presence } = analyseRule(ast, scope);
  if (problems.length) return { ok: false, problems };
  // Checking rewrites macros in the tree, so a second one is checked.
  const check = scope.environment.check(source);
  if (!check.valid) {
    return celProblem('does not fit its types', check.error, source);
  }
  if (check.type !== 'bool') {
    return failed(
      `expected an expression that gives true or false, this one gives ${check.type}`,
      0,
      source.length,
    );
  }
  const node = buildRuleNode(ast, scope);
  // Rules run synchronously and one does not run another: one trace serves all.
  const trace: RuleTrace = { missing: [], error: undefined };
  const run = (row: RuleRow): RuleAnswer => {
    trace.missing.length = 0;
    trace.error = undefined;
    const outcome = node.run(row, trace);
    if (outcome === TRUE) return ANSWER_TRUE;
    if (outcome === FALSE) return ANSWER_FALSE;
    if (outcome === ERROR) {
      return { outcome: 'error', missing: NONE, error: trace.error };
    }
    return {
      outcome: 'unknown',
      missing: trace.missing.map(index => scope.inputs[index].path),
    };
  };
  const causes = (row: RuleRow) => {
    const into = new Set<number>();
    node.causes(row, into);
    return into;
  };
  return {
    ok: true,
    rule: {
      source,
      inputs: [...new Set([...reads, ...presence])],
      run,
      causes,
    },
  };
}
