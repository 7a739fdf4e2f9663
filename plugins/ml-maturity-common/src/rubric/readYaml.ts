import {
  Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  Node,
  parseDocument,
} from 'yaml';
import { RUBRIC_LIMITS } from './limits';
import { FieldProblem } from './problems';
import { Locate, RubricOptions, RubricResult } from './validateRubric';

/** The value of a text, with where its fields stand, or what is wrong with it. */
export type YamlResult =
  | { ok: true; value: unknown; locate: Locate }
  | Extract<RubricResult, { ok: false }>;

/** A text that cannot be read. */
export function failed(
  options: RubricOptions,
  message: string,
  position?: { line: number; col: number },
): Extract<RubricResult, { ok: false }> {
  return {
    ok: false,
    problems: [
      {
        ...(options.file !== undefined ? { file: options.file } : {}),
        ...(position ? { line: position.line, column: position.col } : {}),
        field: '(document)',
        message,
      },
    ],
  };
}

/** Where the character of a scalar stands in the text: quotes, folds and indents are stepped over. */
function offsetInText(text: string, node: Node, offset: number): number {
  const [start, end] = node.range!;
  const value = isScalar(node) ? String(node.value) : '';
  let at = start;
  for (let i = 0; i <= offset && i < value.length; i++) {
    if (/\s/.test(value[i])) continue;
    const found = text.indexOf(value[i], at);
    if (found < 0 || found >= end) return start;
    if (i === offset) return found;
    at = found + 1;
  }
  return at;
}

function nodeAt(
  document: Document.Parsed,
  problem: FieldProblem,
): { node: Node; exact: boolean } | undefined {
  for (let length = problem.path.length; length >= 0; length--) {
    const path = problem.path.slice(0, length);
    const exact = length === problem.path.length;
    if (exact && problem.atKey) {
      const parent = document.getIn(path.slice(0, -1), true);
      if (isMap(parent)) {
        const pair = parent.items.find(
          item =>
            isPair(item) &&
            String(isScalar(item.key) ? item.key.value : item.key) ===
              path[path.length - 1],
        );
        if (isNode(pair?.key)) return { node: pair.key, exact };
      }
    }
    const node = path.length
      ? document.getIn(path, true)
      : document.contents ?? undefined;
    if (isNode(node) && node.range) return { node, exact };
  }
  return undefined;
}

function locator(
  text: string,
  document: Document.Parsed,
  counter: LineCounter,
): Locate {
  return problem => {
    const found = nodeAt(document, problem);
    if (!found) return undefined;
    const offset =
      found.exact && problem.offset !== undefined
        ? offsetInText(text, found.node, problem.offset)
        : found.node.range![0];
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
}

/** Reads YAML. It never throws: what is wrong is told with line and column. */
export function readYaml(text: string, options: RubricOptions): YamlResult {
  if (text.length > RUBRIC_LIMITS.text) {
    return failed(
      options,
      `expected at most ${RUBRIC_LIMITS.text} characters, was ${text.length}`,
    );
  }
  const counter = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: counter,
      stringKeys: true,
      prettyErrors: false,
    });
    if (document.errors.length) {
      const [error] = document.errors;
      return failed(
        options,
        `is not YAML: ${error.message}`,
        counter.linePos(error.pos[0]),
      );
    }
    return {
      ok: true,
      // Aliases are counted, so that a few of them cannot grow without bound.
      value: document.toJS({ maxAliasCount: 100 }),
      locate: locator(text, document, counter),
    };
  } catch (error) {
    return failed(
      options,
      error instanceof RangeError
        ? 'is nested too deeply'
        : `is not YAML: ${(error as Error).message}`,
    );
  }
}

/** Works on what was read; what is nested so deep that it cannot be walked is told. */
export function withinDepth(
  options: RubricOptions,
  work: () => RubricResult,
): RubricResult {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) {
      return failed(options, 'is nested too deeply');
    }
    throw error;
  }
}
