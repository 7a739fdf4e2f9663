import { useState } from 'react';
import {
  WaiverDecisionInput,
  WaiverRecord,
  WaiverState,
} from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex, TextAreaField } from '@backstage/ui';
import { AnswerProblems } from '../answer/problems';
import { DialogButtons } from '../dialog/DialogButtons';
import { Problem } from '../dialog/Problem';
import { mlMaturityTranslationRef } from '../translation';

interface Props {
  waiver: WaiverRecord;
  state: WaiverState;
  isAllowed: boolean;
  problems: AnswerProblems;
  busy: boolean;
  onDecide: (decision: WaiverDecisionInput) => void;
  onClose: () => void;
}

/** Approves, refuses or revokes a waiver. */
export const DecideWaiver = (props: Props) => {
  const { waiver, state, isAllowed, problems, busy, onDecide, onClose } = props;
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const [reason, setReason] = useState('');
  const decide = (action: WaiverDecisionInput['action']) =>
    onDecide({
      action,
      waiverId: waiver.id,
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    });
  return (
    <Flex direction="column" gap="4">
      {!isAllowed && (
        <Alert status="info" icon title={t('waiver.mayNotDecide')} />
      )}
      <TextAreaField
        label={t('waiver.decisionReason')}
        rows={2}
        isDisabled={!isAllowed || busy}
        isInvalid={problems.reason !== undefined}
        value={reason}
        onChange={setReason}
      />
      {Object.values(problems).map(problem => (
        <Problem key={problem} text={problem} />
      ))}
      <DialogButtons
        start={
          <Button variant="tertiary" onPress={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        {state === 'requested' && (
          <Button
            variant="secondary"
            isDisabled={!isAllowed || busy}
            onPress={() => decide('refuse')}
          >
            {t('waiver.refuse')}
          </Button>
        )}
        <Button
          variant="secondary"
          destructive
          isDisabled={!isAllowed || busy}
          onPress={() => decide('revoke')}
        >
          {t('waiver.revoke')}
        </Button>
        {state === 'requested' && (
          <Button
            isDisabled={!isAllowed}
            isPending={busy}
            onPress={() => decide('approve')}
          >
            {t('waiver.approve')}
          </Button>
        )}
      </DialogButtons>
    </Flex>
  );
};
