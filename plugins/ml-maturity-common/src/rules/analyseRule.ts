import { ASTNode } from '@marcbachmann/cel-js';
import { operandsOf, pathOf } from './ast';
import { estimateCost } from './estimateCost';
import { ALLOWED_FUNCTIONS, MACROS, RULE_LIMITS } from './limits';
import { RuleScope } from './RuleScope';
import { RuleProblem } from './types';

/** What a rule's syntax tree says about it. */
export interface RuleAnalysis {
  /** Inputs whose value it reads. */
  reads: Set<number>;
  /** Inputs whose presence it asks for with `has()`. */
  presence: Set<number>;
  problems: RuleProblem[];
}

class Analyser {
  readonly result: RuleAnalysis = {
    reads: new Set(),
    presence: new Set(),
    problems: [],
  };

  constructor(private readonly scope: RuleScope) {}

  visit(node: ASTNode, variable?: string): void {
    switch (node.op) {
      case 'id':
        if (node.args !== variable) this.#input(node, node.args);
        return;
      case '.': {
        const path = pathOf(node);
        if (path !== undefined && path.split('.', 1)[0] !== variable) {
          this.#input(node, path);
          return;
        }
        break;
      }
      case 'call':
        if (node.args[0] === 'has') {
          this.#presence(node, node.args[1][0], variable);
          return;
        }
        this.#call(node, node.args[0]);
        break;
      case 'rcall':
        if (MACROS.has(node.args[0])) {
          this.#macro(node, node.args[1], node.args[2], variable);
          return;
        }
        this.#call(node, node.args[0]);
        break;
      default:
        break;
    }
    for (const operand of operandsOf(node)) this.visit(operand, variable);
  }

  report(node: ASTNode, message: string): void {
    const { start, end } = node;
    this.result.problems.push({ message, start, end });
  }

  #input(node: ASTNode, path: string): void {
    const index = this.scope.index.get(path);
    if (index !== undefined) {
      this.result.reads.add(index);
    } else if (this.scope.isGroup(path)) {
      this.report(node, `"${path}" is a group, expected one of its values`);
    } else {
      const near = this.scope.suggest(path);
      this.report(
        node,
        `unknown fact "${path}"${near ? `; did you mean "${near}"?` : ''}`,
      );
    }
  }

  #presence(node: ASTNode, arg: ASTNode | undefined, variable?: string): void {
    const path = arg && pathOf(arg);
    if (!path || path.split('.', 1)[0] === variable) {
      this.report(node, 'has() expects a fact, such as has(model.license)');
      return;
    }
    const index = this.scope.index.get(path);
    if (index === undefined) this.#input(arg, path);
    else this.result.presence.add(index);
  }

  #call(node: ASTNode, name: string): void {
    if (!ALLOWED_FUNCTIONS.has(name)) {
      this.report(
        node,
        `function "${name}" is not available in rules; expected one of ${[
          'has',
          ...ALLOWED_FUNCTIONS,
          ...MACROS,
        ].join(', ')}`,
      );
    }
  }

  #macro(
    node: ASTNode,
    list: ASTNode,
    args: ASTNode[],
    outer: string | undefined,
  ): void {
    const [name, ...body] = args;
    if (outer !== undefined) {
      this.report(node, 'a macro over a list may not stand within another');
      return;
    }
    if (name?.op !== 'id' || body.length === 0) {
      this.report(
        node,
        'expected a name and an expression, such as (e, e == "production")',
      );
      return;
    }
    if (this.scope.isGroup(name.args)) {
      this.report(name, `the name "${name.args}" is taken by facts`);
      return;
    }
    this.visit(list);
    for (const part of body) this.visit(part, name.args);
  }
}

/** Reads the inputs, forbidden constructs and cost of a rule from its syntax tree. */
export function analyseRule(ast: ASTNode, scope: RuleScope): RuleAnalysis {
  const analyser = new Analyser(scope);
  analyser.visit(ast);
  if (
    analyser.result.problems.length === 0 &&
    estimateCost(ast) > RULE_LIMITS.cost
  ) {
    analyser.report(
      ast,
      `may take more than ${RULE_LIMITS.cost} steps on long lists; use fewer macros`,
    );
  }
  return analyser.result;
}
