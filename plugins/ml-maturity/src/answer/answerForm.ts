import {
  Attestation,
  AttestationBody,
  AttestationQuestion,
  AttestationValue,
} from '@airworthy/plugin-ml-maturity-common';
import { JsonObject, JsonValue } from '@backstage/types';

/** An answer as far as it is filled in. */
export interface AnswerForm {
  answer?: 'yes' | 'no';
  fields: Record<string, AttestationValue>;
  evidenceUrl: string;
  evidenceText: string;
  comment: string;
  /** A day, earlier than what the check allows. */
  expiresOn: string;
  /** The answer that its author saw; null for none, undefined where none was looked at. */
  previousId?: string | null;
}

export const EMPTY_FORM: AnswerForm = {
  fields: {},
  evidenceUrl: '',
  evidenceText: '',
  comment: '',
  expiresOn: '',
};

/** A form that begins with an earlier answer. */
export function formOf(attestation: Attestation | undefined): AnswerForm {
  if (!attestation) return { ...EMPTY_FORM, previousId: null };
  return {
    ...EMPTY_FORM,
    answer: attestation.answer,
    fields: attestation.fields,
    evidenceUrl: attestation.evidence?.url ?? '',
    evidenceText: attestation.evidence?.text ?? '',
    comment: attestation.comment ?? '',
    previousId: attestation.id,
  };
}

const text = (value: JsonValue | undefined) =>
  typeof value === 'string' ? value : '';

function isValue(value: JsonValue | undefined): value is AttestationValue {
  if (value === null || value === undefined || Array.isArray(value)) {
    return false;
  }
  return (
    typeof value !== 'object' ||
    Object.values(value).every(item => typeof item === 'string')
  );
}

/** A form from a draft; what it does not understand is left out. */
export function formOfDraft(draft: JsonObject): AnswerForm {
  const fields =
    draft.fields &&
    typeof draft.fields === 'object' &&
    !Array.isArray(draft.fields)
      ? draft.fields
      : {};
  return {
    answer:
      draft.answer === 'yes' || draft.answer === 'no'
        ? draft.answer
        : undefined,
    fields: Object.fromEntries(
      Object.entries(fields).filter(
        (entry): entry is [string, AttestationValue] => isValue(entry[1]),
      ),
    ),
    evidenceUrl: text(draft.evidenceUrl),
    evidenceText: text(draft.evidenceText),
    comment: text(draft.comment),
    expiresOn: text(draft.expiresOn),
    previousId:
      typeof draft.previousId === 'string' || draft.previousId === null
        ? draft.previousId
        : undefined,
  };
}

/** A form as it is kept on the server. */
export function draftOf(form: AnswerForm): JsonObject {
  return JSON.parse(JSON.stringify(form));
}

/** Whether there is anything in it to keep. */
export function isEmptyForm(form: AnswerForm): boolean {
  return (
    form.answer === undefined &&
    Object.keys(form.fields).length === 0 &&
    !form.evidenceUrl &&
    !form.evidenceText &&
    !form.comment
  );
}

const FULL_DAY = 'T23:59:59.000Z';

/** The answer as it is sent; fields that the question does not have any more are left out. */
export function bodyOf(
  form: AnswerForm,
  question: AttestationQuestion,
): Partial<AttestationBody> {
  const known = new Set(question.fields?.map(({ id }) => id));
  const fields = Object.fromEntries(
    Object.entries(form.fields).filter(([id]) => known.has(id)),
  );
  const url = form.evidenceUrl.trim();
  const evidenceText = form.evidenceText.trim();
  return {
    ...(form.answer ? { answer: form.answer } : {}),
    fields,
    ...(url || evidenceText
      ? {
          evidence: {
            ...(url ? { url } : {}),
            ...(evidenceText ? { text: evidenceText } : {}),
          },
        }
      : {}),
    ...(form.comment.trim() ? { comment: form.comment.trim() } : {}),
    ...(form.expiresOn ? { expiresAt: `${form.expiresOn}${FULL_DAY}` } : {}),
    ...(form.previousId !== undefined ? { previousId: form.previousId } : {}),
  };
}
