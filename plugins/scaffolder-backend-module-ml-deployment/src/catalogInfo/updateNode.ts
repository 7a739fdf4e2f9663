import { isDeepStrictEqual } from 'node:util';
import { JsonValue } from '@backstage/types';
import {
  Document,
  Node,
  YAMLMap,
  YAMLSeq,
  isAlias,
  isMap,
  isScalar,
  isSeq,
} from 'yaml';

const isObject = (value: JsonValue): value is { [key: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function updateMap(
  document: Document,
  node: YAMLMap,
  wanted: { [key: string]: JsonValue },
): void {
  const keys = Object.keys(wanted);
  node.items = node.items.filter(({ key }) =>
    keys.includes(String(isScalar(key) ? key.value : key)),
  );
  for (const key of keys) {
    const now = node.get(key, true) as Node | undefined;
    const next = updateNode(document, now, wanted[key]);
    if (next !== now) node.set(key, next);
  }
}

function updateSeq(
  document: Document,
  node: YAMLSeq,
  wanted: JsonValue[],
): void {
  const items = node.items as Node[];
  node.items = wanted.map((value, i) => updateNode(document, items[i], value));
}

/**
 * Brings a node to a value and keeps all of it that is so already, with its
 * comments and its style.
 *
 * @returns the node, or another that takes its place.
 */
export function updateNode(
  document: Document,
  node: Node | undefined,
  wanted: JsonValue,
): Node {
  if (node && isDeepStrictEqual(node.toJS(document), wanted)) return node;
  if (isMap(node) && isObject(wanted)) {
    updateMap(document, node, wanted);
    return node;
  }
  if (isSeq(node) && Array.isArray(wanted)) {
    updateSeq(document, node, wanted);
    return node;
  }
  if (isScalar(node) && (typeof wanted !== 'object' || wanted === null)) {
    node.value = wanted;
    // Written as a number was before, the new one might be another.
    delete node.source;
    delete node.format;
    return node;
  }
  const made = document.createNode(wanted, { aliasDuplicateObjects: false });
  if (node && !isAlias(node)) {
    made.commentBefore = node.commentBefore;
    made.comment = node.comment;
  }
  return made;
}
