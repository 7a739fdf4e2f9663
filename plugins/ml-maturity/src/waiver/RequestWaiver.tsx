import { useState } from 'react';
import { WaiverRequest } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex, Text, TextAreaField } from '@backstage/ui';
import { DateInput } from '../answer/fields/DateInput';
import { AnswerProblems } from '../answer/problems';
import { mlMaturityTranslationRef } from '../translation';
import answerStyles from '../answer/answer.module.css';

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
  const [day, setDay] = useState<string | undefined>(dayIn(USUAL_DAYS));
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
        {reasonProblem && (
          <span className={answerStyles.problem} role="alert">
            {reasonProblem}
          </span>
        )}
      </div>
      <div>
        <DateInput
          label={t('waiver.expiresOn')}
          description={t('waiver.atMost', { days: String(maxDays) })}
          isRequired
          isDisabled={!isAllowed || busy}
          isInvalid={dayProblem !== undefined}
          value={day}
          onChange={setDay}
        />
        {dayProblem && (
          <span className={answerStyles.problem} role="alert">
            {dayProblem}
          </span>
        )}
      </div>
      {problems.form && (
        <Text as="p" color="danger" role="alert">
          {problems.form}
        </Text>
      )}
      <div className={answerStyles.footer}>
        <Button variant="secondary" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button isPending={busy} isDisabled={!isAllowed} onPress={send}>
          {t('waiver.request')}
        </Button>
      </div>
    </Flex>
  );
};
