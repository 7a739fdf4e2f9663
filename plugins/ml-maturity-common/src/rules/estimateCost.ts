import { ASTNode } from '@marcbachmann/cel-js';
import { operandsOf } from './ast';
import { ASSUMED_LIST_LENGTH, MACROS } from './limits';

/** Entries that a list-valued expression can have. */
function lengthOf(node: ASTNode): number {
  switch (node.op) {
    case 'list':
      return node.args.length;
    case '+':
      return lengthOf(node.args[0]) + lengthOf(node.args[1]);
    case '?:':
      return Math.max(lengthOf(node.args[1]), lengthOf(node.args[2]));
    case 'rcall':
      return MACROS.has(node.args[0])
        ? lengthOf(node.args[1])
        : ASSUMED_LIST_LENGTH;
    case 'value':
      return 1;
    default:
      return ASSUMED_LIST_LENGTH;
  }
}

/** Most steps that an expression takes, with lists from facts at their limit. */
export function estimateCost(node: ASTNode): number {
  const operands = operandsOf(node);
  if (node.op === 'rcall' && MACROS.has(node.args[0])) {
    const [list, , ...body] = operands;
    const step = body.reduce((sum, part) => sum + estimateCost(part), 1);
    return estimateCost(list) + lengthOf(list) * step;
  }
  const own =
    node.op === 'in' || node.op === '==' || node.op === '!='
      ? // Compares a text or, element by element, a list.
        Math.max(...operands.map(lengthOf))
      : 1;
  return operands.reduce((sum, part) => sum + estimateCost(part), own);
}
