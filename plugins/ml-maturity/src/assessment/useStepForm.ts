import { useState } from 'react';
import {
  AssessmentDraftRecord,
  RubricCheck,
} from '@airworthy/plugin-ml-maturity-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { AnswerForm, draftOf, formOf, formOfDraft } from '../answer/answerForm';
import { isConflict, messageOf } from '../answer/problems';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';
import { useMaturity } from '../tab/maturityContext';
import { AssessmentStep } from './assessmentSteps';

/** The form of a step and its way to the server. */
export interface StepForm {
  form: AnswerForm;
  setForm: (form: AnswerForm) => void;
  isDirty: boolean;
  isSaving: boolean;
  failure?: string;
  /** What somebody else saved since this form was opened. */
  other?: AssessmentDraftRecord;
  /** Saves what changed; answers whether it may go on. */
  save: (options?: { replace: boolean }) => Promise<boolean>;
  /** Goes on with what the other one saved. */
  takeOther: () => void;
}

function begin({ draft, answer }: Pick<AssessmentStep, 'draft' | 'answer'>) {
  return draft ? formOfDraft(draft.answer) : formOf(answer);
}

/** Keeps the form of one step, and saves it as a draft. */
export function useStepForm(
  step: AssessmentStep,
  onSaved: () => void,
): StepForm {
  const api = useApi(mlMaturityApiRef);
  const { entityRef, rubric } = useMaturity();
  const [form, setForm] = useState(() => begin(step));
  const [saved, setSaved] = useState(form);
  // The draft that this form began with: a newer one is not replaced unseen.
  const [seen, setSeen] = useState(step.draft?.revision ?? null);
  const [other, setOther] = useState<AssessmentDraftRecord>();
  const [failure, setFailure] = useState<string>();
  const [isSaving, setSaving] = useState(false);
  const isDirty = JSON.stringify(form) !== JSON.stringify(saved);

  const read = async ({ id }: RubricCheck) => {
    const { drafts } = await api.getAssessment({
      entityRef,
      rubric: rubric.metadata.id,
    });
    return drafts.find(draft => draft.checkId === id);
  };

  const save: StepForm['save'] = async options => {
    if (!isDirty && !options?.replace) return true;
    setSaving(true);
    setFailure(undefined);
    try {
      const draft = await api.saveDraft({
        entityRef,
        checkId: step.check.id,
        rubric: rubric.metadata.id,
        answer: draftOf(form),
        ...(options?.replace ? {} : { revision: seen }),
      });
      setSaved(form);
      setOther(undefined);
      setSeen(draft.revision);
      onSaved();
      return true;
    } catch (error) {
      const newest = isConflict(error)
        ? await read(step.check).catch(() => undefined)
        : undefined;
      if (newest) setOther(newest);
      else setFailure(messageOf(error));
      return false;
    } finally {
      setSaving(false);
    }
  };

  const takeOther = () => {
    if (!other) return;
    const theirs = formOfDraft(other.answer);
    setForm(theirs);
    setSaved(theirs);
    setSeen(other.revision);
    setOther(undefined);
    onSaved();
  };

  return {
    form,
    setForm,
    isDirty,
    isSaving,
    failure,
    other,
    save,
    takeOther,
  };
}
