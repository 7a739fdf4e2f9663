import { useState } from 'react';
import { WaiverRequest } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex, Text, TextAreaField } from '@backstage/ui';
import { DateInput } from '../answer/fields/DateInput';
import { AnswerProblems } from '../answer/problems';
import { DialogButtons } from '../dialog/DialogButtons';
import { Problem } from '../dialog/Problem';
import { mlMaturityTranslationRef } from '../translation';

const DAY = 86_400_000;
const USUAL_DAYS = 90;

const dayIn = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

interface Props {
  maxDays: number;
  isAllowed: boolean;
  problems: AnswerProblems;
  busy: boolean;
  onRequest: (request: WaiverRequest) => void;
  onClose: () => void;
}

/** Asks that a check does not apply for a time. */
export const RequestWaiver = (props: Props) => {
  const { maxDays, isAllowed, problems, busy, onRequest, onClose } = props;
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const [reason, setReason] = useState('');
  const [day, setDay] = useState<string | undefined>(
    dayIn(Math.min(USUAL_DAYS, maxDays - 1)),
  );
  const [tried, setTried] = useState(false);
  const reasonProblem =
    problems.reason ??
    (tried && !reason.trim() ? t('answer.missing') : undefined);
  const dayProblem =
    problems.expiresAt ?? (tried && !day ? t('answer.missing') : undefined);

  const send = () => {
    setTried(true);
    if (!reason.trim() || !day) return;
    onRequest({
      action: 'request',
      reason: reason.trim(),
      expiresAt: `${day}T23:59:59.000Z`,
    });
  };

  return (
    <Flex direction="column" gap="4">
      <Text as="p" color="secondary">
        {t('waiver.about')}
      </Text>
      {!isAllowed && (
        <Alert status="info" icon title={t('waiver.mayNotRequest')} />
      )}
      <div>
        <TextAreaField
          label={t('waiver.reason')}
          rows={3}
          isRequired
          isDisabled={!isAllowed || busy}
          isInvalid={reasonProblem !== undefined}
          value={reason}
          onChange={setReason}
        />
        <Problem text={reasonProblem} />
      </div>
      <div>
        <DateInput
          label={t('waiver.expiresOn')}
          description={t('waiver.atMost', { days: String(maxDays) })}
          isRequired
          isDisabled={!isAllowed || busy}
          isInvalid={dayProblem !== undefined}
          value={day}
          min={dayIn(0)}
          // It lasts to the end of that day.
          max={dayIn(maxDays - 1)}
          onChange={setDay}
        />
        <Problem text={dayProblem} />
      </div>
      <Problem text={problems.form} />
      <DialogButtons>
        <Button variant="secondary" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button isPending={busy} isDisabled={!isAllowed} onPress={send}>
          {t('waiver.request')}
        </Button>
      </DialogButtons>
    </Flex>
  );
};
