import {
  AttestationQuestion,
  attestationInputSchema,
} from '@airworthy/plugin-ml-maturity-common';
import { ResponseError, toError } from '@backstage/errors';
import { AnswerForm, bodyOf } from './answerForm';

/** What is wrong with an answer, by the field's path, such as `fields.budget`; `form` is about all of it. */
export type AnswerProblems = Record<string, string>;

/** What is wrong with an answer before it is sent, by the same schema that the server uses. */
export function problemsOf(
  form: AnswerForm,
  question: AttestationQuestion,
  now = new Date(),
): AnswerProblems {
  if (!form.answer) return { answer: 'choose yes or no' };
  const parsed = attestationInputSchema(question, now).safeParse(
    bodyOf(form, question),
  );
  if (parsed.success) return {};
  const problems: AnswerProblems = {};
  for (const issue of parsed.error.issues) {
    const path = issue.path.map(String);
    const [first, second, third] = path;
    const isMissing =
      issue.code === 'invalid_type' && issue.input === undefined;
    let key = first ?? 'form';
    if (first === 'fields' && second) key = `fields.${second}`;
    if (first === 'evidence' && second) key = `evidence.${second}`;
    const message = isMissing ? 'has to be filled in' : issue.message;
    problems[key] ??= third ? `${third}: ${message}` : message;
  }
  return problems;
}

/** What the server said, in its own words. */
export function messageOf(error: unknown): string {
  return ResponseError.is(error)
    ? error.body.error.message
    : toError(error).message;
}

/** Whether somebody else changed the same thing meanwhile. */
export function isConflict(error: unknown): boolean {
  return ResponseError.is(error) && error.statusCode === 409;
}

// The server joins what it says of each field: "fields.budget: expected ...; evidence: ...".
const NEXT_FIELD = /; (?=[a-zA-Z][\w.-]*: )/;
const FIELD = /^([a-zA-Z][\w.-]*): (.+)$/s;

/** The server's refusal by field, as far as it names fields. */
export function problemsOfError(error: unknown): AnswerProblems {
  if (!ResponseError.is(error) || error.statusCode !== 400) {
    return { form: messageOf(error) };
  }
  const problems: AnswerProblems = {};
  for (const part of messageOf(error).split(NEXT_FIELD)) {
    const [, path, message] = FIELD.exec(part) ?? [];
    const key = path?.startsWith('fields.')
      ? path.split('.').slice(0, 2).join('.')
      : path;
    if (key) problems[key] ??= message;
    else problems.form = problems.form ? `${problems.form}; ${part}` : part;
  }
  return problems;
}
