import {
  CompiledRubric,
  FactVocabulary,
  RubricResult,
  WhatIfRequest,
  extendRubric,
  parseRubric,
  parseRubricPatch,
} from '@airworthy/plugin-ml-maturity-common';

const FILE = 'edited rubric';

/** The edited rubric of a request, or what is wrong with it. */
export function readEdited(
  { rubric }: CompiledRubric,
  { document, patch }: Pick<WhatIfRequest, 'document' | 'patch'>,
  vocabulary: FactVocabulary,
): RubricResult {
  const options = { vocabulary, file: FILE };
  if (document !== undefined) return parseRubric(document, options);
  return typeof patch === 'string'
    ? parseRubricPatch(rubric, patch, options)
    : extendRubric(rubric, patch, options);
}
