import { useId, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Alert, Button, Text } from '@backstage/ui';
import { formOfDraft } from '../answer/answerForm';
import { problemsOf } from '../answer/problems';
import { MayNotAnswer } from '../remedies/MayNotAnswer';
import { ShareBar } from '../summary/ShareBar';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import { AssessmentStep } from './assessmentSteps';
import { REPORT } from './pages';
import { ReviewItem } from './ReviewItem';
import { useSending } from './useSending';
import styles from './assessment.module.css';

interface Props {
  steps: AssessmentStep[];
  onSent: () => Promise<void>;
}

/** All saved answers before they are sent, and how the sending went. */
export const ReviewPage = ({ steps, onSent }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { change, capabilities } = useMaturity();
  const reasonId = useId();
  const { sendings, isSending, send, drop } = useSending(onSent);
  const [asked, setAsked] = useState(0);
  const saved = steps.filter(({ draft }) => draft);
  const ready = saved.filter(
    ({ draft, check }) =>
      Object.keys(problemsOf(formOfDraft(draft!.answer), check.attestation!))
        .length === 0,
  );
  const open = ready.filter(
    ({ check }) => sendings[check.id]?.state !== 'conflict',
  );
  const sent = Object.values(sendings).filter(
    ({ state }) => state === 'sent',
  ).length;
  const failed = Object.values(sendings).filter(
    ({ state }) => state === 'failed' || state === 'conflict',
  ).length;
  const mayAnswer = capabilities?.attest ?? false;

  return (
    <EntityInfoCard title={t('assessment.review')}>
      <div className={styles.column}>
        {saved.length === 0 && sent === 0 && (
          <Text as="p" color="secondary">
            {t('assessment.nothingSaved')}
          </Text>
        )}
        {sent > 0 && !isSending && (
          <Alert
            role="status"
            status={failed ? 'warning' : 'success'}
            icon
            title={t('assessment.sent', { count: sent })}
            description={
              failed ? t('assessment.failed', { count: failed }) : undefined
            }
          />
        )}
        {isSending && (
          <div className={styles.progress} role="status">
            <ShareBar share={asked ? (sent + failed) / asked : 0} />
            <Text variant="body-small" color="secondary">
              {t('assessment.sending', {
                done: String(sent + failed),
                total: String(asked),
              })}
            </Text>
          </div>
        )}
        <ul className={styles.reviews}>
          {saved.map(step => (
            <ReviewItem
              key={step.check.id}
              step={step}
              sending={sendings[step.check.id]}
              isBusy={isSending}
              onEdit={() => change({ check: step.check.id })}
              onKeepTheirs={() => drop(step)}
              onReplace={previousId =>
                send([step], form => ({ ...form, previousId }))
              }
            />
          ))}
        </ul>
        <MayNotAnswer id={reasonId} />
        <div className={styles.buttons}>
          <Button
            variant="secondary"
            isDisabled={isSending}
            onPress={() => change({ check: undefined })}
          >
            {t('assessment.overview')}
          </Button>
          <Button variant="tertiary" onPress={() => change({ check: REPORT })}>
            {t('report.open')}
          </Button>
          <span className={styles.spacer} />
          {saved.length > 0 && (
            <Button
              isPending={isSending}
              isDisabled={!mayAnswer || open.length === 0}
              aria-describedby={mayAnswer ? undefined : reasonId}
              onPress={() => {
                setAsked(sent + open.length);
                send(open);
              }}
            >
              {failed > 0
                ? t('assessment.retry', { count: open.length })
                : t('assessment.send', { count: open.length })}
            </Button>
          )}
        </div>
      </div>
    </EntityInfoCard>
  );
};
