import {
  AttestationQuestion,
  AttestationRecord,
} from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex } from '@backstage/ui';
import { mlMaturityTranslationRef } from '../translation';
import { AnswerRecord } from './AnswerRecord';

interface Props {
  /** The answer that counts now; none where it was withdrawn. */
  other: AttestationRecord | undefined;
  question: AttestationQuestion | undefined;
  onReplace: () => void;
  onKeep: () => void;
}

/** Somebody else answered meanwhile: their answer, and what to do about it. */
export const Conflict = ({ other, question, onReplace, onKeep }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  return (
    <Flex direction="column" gap="2">
      <Alert
        role="alert"
        status="warning"
        icon
        title={other ? t('answer.conflict') : t('answer.conflictWithdrawn')}
        customActions={
          <Flex gap="2">
            <Button size="small" variant="secondary" onPress={onKeep}>
              {t('answer.keepTheirs')}
            </Button>
            <Button size="small" onPress={onReplace}>
              {t('answer.replace')}
            </Button>
          </Flex>
        }
      />
      {other && <AnswerRecord record={other} question={question} />}
    </Flex>
  );
};
