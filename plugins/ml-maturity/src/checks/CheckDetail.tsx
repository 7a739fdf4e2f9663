import { ReactNode, useId } from 'react';
import { ExternalLink, formatDate } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { RiShieldLine } from '@remixicon/react';
import { MayNotAnswer } from '../remedies/MayNotAnswer';
import { RemedyButtons } from '../remedies/RemedyButtons';
import { StateLabel } from '../status/StateLabel';
import { SafeMarkdown } from '../tab/SafeMarkdown';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import { CheckRecordsView } from './CheckRecordsView';
import { FactTable } from './FactTable';
import { remediesOf } from './remediesOf';
import { CheckRow } from './selectChecks';
import styles from './checks.module.css';

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={styles.part}>
    <Text as="h4" variant="body-small" weight="bold">
      {title}
    </Text>
    {children}
  </section>
);

/** All about a check: what was found, why, how to mend it, and its history. */
export const CheckDetail = ({
  row: { check, result, state },
}: {
  row: CheckRow;
}) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { card, capabilities, onWaive } = useMaturity();
  const reasonId = useId();
  const waiverState = result.waiver?.state;
  const hasWaiver = waiverState === 'requested' || waiverState === 'active';
  const mayWaive = hasWaiver
    ? capabilities !== undefined
    : capabilities?.requestWaiver;
  const isBegun =
    !check.effectiveFrom || check.effectiveFrom <= card.evaluatedAt;

  return (
    <div className={styles.parts}>
      <div className={styles.main}>
        <Part title={t('check.result')}>
          <StateLabel state={result.status} />
          <Text as="p">{result.reason}</Text>
          {check.expects && (
            <Text as="p" variant="body-small" color="secondary">
              {t('check.expects', { text: check.expects })}
            </Text>
          )}
          {state === 'draft' && (
            <Text as="p" variant="body-small" color="secondary">
              {check.status === 'draft' || isBegun
                ? t('check.draft')
                : t('check.from', { day: formatDate(check.effectiveFrom!) })}
            </Text>
          )}
        </Part>
        {check.rule !== undefined && (
          <Part title={t('check.facts')}>
            <FactTable facts={result.facts} />
            <details className={styles.rule}>
              <summary>{t('check.rule')}</summary>
              <code>{check.rule}</code>
            </details>
          </Part>
        )}
        {result.status !== 'not-applicable' && (
          <Part title={t('check.mend')}>
            <SafeMarkdown content={check.remediation.text} />
            <div className={styles.buttons}>
              <RemedyButtons
                title={check.title}
                buttons={remediesOf(check, result, card.entityRef)}
                reasonId={reasonId}
              />
              <Button
                size="small"
                variant="tertiary"
                iconStart={<RiShieldLine aria-hidden />}
                isDisabled={!mayWaive}
                onPress={() => onWaive(check.id)}
              >
                {t(hasWaiver ? 'waiver.open' : 'waiver.ask')}
              </Button>
            </div>
            <MayNotAnswer id={reasonId} />
          </Part>
        )}
      </div>
      <div className={styles.side}>
        <Part title={t('check.why')}>
          <SafeMarkdown content={check.why} />
        </Part>
        <Part title={t('check.about')}>
          <Text as="p" variant="body-small" color="secondary">
            {[
              t('check.weight', { weight: String(check.weight) }),
              t(`effort.${check.effort}`),
              check.mlTestScore &&
                t('check.testScore', { item: check.mlTestScore }),
              check.id,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          {check.sources?.map(source => (
            <Flex key={source.url}>
              <ExternalLink href={source.url}>{source.title}</ExternalLink>
            </Flex>
          ))}
        </Part>
        <Part title={t('check.records')}>
          <CheckRecordsView check={check} />
        </Part>
      </div>
    </div>
  );
};
