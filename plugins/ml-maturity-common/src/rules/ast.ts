import { ASTNode } from '@marcbachmann/cel-js';

/** The dotted path of a chain of selections that starts at a variable. */
export function pathOf(node: ASTNode): string | undefined {
  if (node.op === 'id') return node.args;
  if (node.op !== '.') return undefined;
  const base = pathOf(node.args[0]);
  return base === undefined ? undefined : `${base}.${node.args[1]}`;
}

/** The operands of a node that are nodes themselves. */
export function operandsOf(node: ASTNode): ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case '!_':
    case '-_':
      return [node.args];
    case 'map':
      return node.args.flat();
    default:
      return node.args as ASTNode[];
  }
}
