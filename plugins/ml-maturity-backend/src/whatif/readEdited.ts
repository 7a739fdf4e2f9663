import {
  CompiledRubric,
  FactVocabulary,
  RUBRIC_LIMITS,
  RubricResult,
  WhatIfRequest,
  extendRubric,
  parseRubric,
} from '@airworthy/plugin-ml-maturity-common';
import { LineCounter, parseDocument } from 'yaml';

const FILE = 'edited rubric';

function failed(
  message: string,
  position?: { line: number; col: number },
): RubricResult {
  return {
    ok: false,
    problems: [
      {
        file: FILE,
        ...(position ? { line: position.line, column: position.col } : {}),
        field: '(document)',
        message,
      },
    ],
  };
}

function readPatch(text: string): { value: unknown } | RubricResult {
  if (text.length > RUBRIC_LIMITS.text) {
    return failed(
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
    const [error] = document.errors;
    if (error) {
      return failed(
        `is not YAML: ${error.message}`,
        counter.linePos(error.pos[0]),
      );
    }
    // Aliases are counted, so that a few of them cannot grow without bound.
    return { value: document.toJS({ maxAliasCount: 100 }) ?? {} };
  } catch (error) {
    return failed(
      error instanceof RangeError
        ? 'is nested too deeply'
        : `is not YAML: ${(error as Error).message}`,
    );
  }
}

/** The edited rubric of a request, or what is wrong with it. */
export function readEdited(
  base: CompiledRubric,
  { document, patch }: Pick<WhatIfRequest, 'document' | 'patch'>,
  vocabulary: FactVocabulary,
): RubricResult {
  const options = { vocabulary, file: FILE };
  if (document !== undefined) return parseRubric(document, options);
  if (typeof patch !== 'string') {
    return extendRubric(base.rubric, patch, options);
  }
  const read = readPatch(patch);
  return 'value' in read
    ? extendRubric(base.rubric, read.value, options)
    : read;
}
