import {
  MlMonitoringSpec,
  mlMonitoringSchema,
} from '@airworthy/plugin-ml-models-common';
import { parseDocument } from 'yaml';

/** Something that is wrong with the text. */
export interface TextProblem {
  /** Line in the text, from 1, where it is known. */
  line?: number;
  field: string;
  expected: string;
}

/** What a text says, or what is wrong with it. */
export type CheckedText =
  | { monitoring: MlMonitoringSpec; problems: [] }
  | { monitoring?: undefined; problems: TextProblem[]; notYaml?: string };

const MAX_PROBLEMS = 10;
const MAX_ALIASES = 20;

/* The text may be the field's value, or stand as in the entity. */
function insideOf(value: unknown): unknown {
  const within = (name: string, of: unknown) =>
    of !== null &&
    typeof of === 'object' &&
    Object.keys(of).length === 1 &&
    Object.hasOwn(of, name)
      ? (of as Record<string, unknown>)[name]
      : of;
  return within('monitoring', within('spec', value));
}

/** Reads `spec.monitoring` as YAML and says what is wrong with it. */
export function checkMonitoringText(text: string): CheckedText {
  const document = parseDocument(text, { uniqueKeys: true });
  const [broken] = document.errors;
  if (broken) {
    const [line] = broken.linePos ?? [];
    return {
      notYaml: broken.message.split('\n')[0],
      problems: [{ line: line?.line, field: 'text', expected: 'YAML' }],
    };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    return {
      notYaml: String((error as Error).message),
      problems: [{ field: 'text', expected: 'YAML without such references' }],
    };
  }
  const inner = insideOf(value) ?? {};
  const result = mlMonitoringSchema.safeParse(inner);
  if (result.success) return { monitoring: result.data, problems: [] };
  return {
    problems: result.error.issues.slice(0, MAX_PROBLEMS).map(issue => ({
      field: ['spec', 'monitoring', ...issue.path].map(String).join('.'),
      expected:
        issue.code === 'unrecognized_keys'
          ? `no field ${issue.keys.join(', ')}`
          : issue.message.replace(/^Invalid input: expected /, ''),
    })),
  };
}
