import {
  ADVICE_QUESTIONS,
  AdviceAnswers,
  AdviceQuestion,
  adviceAnswersSchema,
} from '@airworthy/plugin-ml-deployment-common';

const YES = 'yes';
const NO = 'no';
/** An empty list is an answer, too: the platform can do none of it. */
const NOTHING = 'none';

const { shape } = adviceAnswersSchema;
const LISTS: readonly AdviceQuestion[] = ['platform'];
const NUMBERS: readonly AdviceQuestion[] = ['requestsPerDay'];
const FLAGS: readonly AdviceQuestion[] = [
  'existingVersion',
  'userComparison',
  'regulated',
];

function readValue(question: AdviceQuestion, text: string): unknown {
  if (LISTS.includes(question)) {
    return text === NOTHING ? [] : text.split(',');
  }
  if (NUMBERS.includes(question)) return text === '' ? NaN : Number(text);
  if (FLAGS.includes(question)) {
    return ({ [YES]: true, [NO]: false } as Record<string, boolean>)[text];
  }
  return text;
}

function writeValue(value: NonNullable<AdviceAnswers[AdviceQuestion]>): string {
  if (Array.isArray(value)) return value.join(',') || NOTHING;
  if (typeof value === 'boolean') return value ? YES : NO;
  return String(value);
}

/** The answers in a query; one that cannot be read counts as not answered. */
export function parseAnswers(params: URLSearchParams): AdviceAnswers {
  const answers: Record<string, unknown> = {};
  for (const question of ADVICE_QUESTIONS) {
    const text = params.get(question);
    if (text === null) continue;
    const parsed = shape[question].safeParse(readValue(question, text));
    if (parsed.success && parsed.data !== undefined) {
      answers[question] = parsed.data;
    }
  }
  return answers as AdviceAnswers;
}

/** The query that says the answers, in the order in which they are asked. */
export function formatAnswers(answers: AdviceAnswers): URLSearchParams {
  const params = new URLSearchParams();
  for (const question of ADVICE_QUESTIONS) {
    const value = answers[question];
    if (value !== undefined) params.set(question, writeValue(value));
  }
  return params;
}
