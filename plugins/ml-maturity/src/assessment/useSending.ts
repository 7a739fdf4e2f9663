import { useRef, useState } from 'react';
import {
  AttestationBody,
  AttestationRecord,
} from '@airworthy/plugin-ml-maturity-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { AnswerForm, bodyOf, formOfDraft } from '../answer/answerForm';
import { isConflict, messageOf } from '../answer/problems';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';
import { useMaturity } from '../tab/maturityContext';
import { AssessmentStep } from './assessmentSteps';

/** How the sending of one answer went. */
export type Sending =
  | { state: 'sending' | 'sent' }
  | { state: 'failed'; message: string }
  | { state: 'conflict'; other?: AttestationRecord };

/** Sends answers one by one; one that fails does not hold up the others. */
export function useSending(onSent: () => Promise<void>) {
  const api = useApi(mlMaturityApiRef);
  const { entityRef, rubric, reload } = useMaturity();
  const [sendings, setSendings] = useState<Record<string, Sending>>({});
  const [isSending, setSending] = useState(false);
  const running = useRef(false);
  const address = (checkId: string) => ({
    entityRef,
    checkId,
    rubric: rubric.metadata.id,
  });

  const sendOne = async (
    { check }: AssessmentStep,
    form: AnswerForm,
  ): Promise<Sending> => {
    try {
      await api.putAttestation({
        ...address(check.id),
        attestation: bodyOf(form, check.attestation!) as AttestationBody,
      });
      return { state: 'sent' };
    } catch (error) {
      if (!isConflict(error)) {
        return { state: 'failed', message: messageOf(error) };
      }
      const records = await api
        .getCheckRecords(address(check.id))
        .catch(() => undefined);
      return {
        state: 'conflict',
        other: records?.attestations.find(({ current }) => current),
      };
    }
  };

  const send = async (
    steps: readonly AssessmentStep[],
    change: (form: AnswerForm) => AnswerForm = form => form,
  ) => {
    // A second press while answers are under way must not send them twice.
    if (running.current) return;
    running.current = true;
    setSending(true);
    const note = (id: string, sending: Sending) =>
      setSendings(known => ({ ...known, [id]: sending }));
    for (const step of steps) {
      if (!step.draft) continue;
      note(step.check.id, { state: 'sending' });
      note(
        step.check.id,
        await sendOne(step, change(formOfDraft(step.draft.answer))),
      );
    }
    // The wheel must not show the old state to who goes there at once.
    await Promise.all([reload(), onSent()]);
    running.current = false;
    setSending(false);
  };

  /** Drops a saved answer in favour of the one that counts. */
  const drop = async ({ check }: AssessmentStep) => {
    try {
      await api.deleteDraft(address(check.id));
      setSendings(({ [check.id]: _, ...others }) => others);
      onSent();
    } catch (error) {
      setSendings(known => ({
        ...known,
        [check.id]: { state: 'failed', message: messageOf(error) },
      }));
    }
  };

  return { sendings, isSending, send, drop };
}
