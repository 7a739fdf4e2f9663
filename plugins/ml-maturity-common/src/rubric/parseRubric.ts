import { readYaml, withinDepth } from './readYaml';
import {
  RubricOptions,
  RubricResult,
  validateDocument,
} from './validateRubric';

/**
 * Reads a rubric from YAML. It never throws: what is wrong is told with file,
 * line, column and field.
 *
 * @public
 */
export function parseRubric(
  text: string,
  options: RubricOptions = {},
): RubricResult {
  const read = readYaml(text, options);
  if (!read.ok) return read;
  return withinDepth(options, () =>
    validateDocument(read.value, options, { locate: read.locate }),
  );
}
