import { ReactNode } from 'react';
import type { RolloutReview } from '@airworthy/plugin-ml-deployment-common';
import { formatPercent } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box, Text } from '@backstage/ui';
import { mlRolloutTranslationRef } from '../translation';
import { EvidenceNote } from './EvidenceNote';
import { Reasons } from './Reasons';
import { VerdictMark } from './VerdictMark';
import styles from './verdict.module.css';

interface Props {
  review: RolloutReview;
  /** Buttons beside the verdict. */
  children: ReactNode;
}

/** What to do with the rollout, why, and how sure that is. */
export const VerdictPanel = ({ review, children }: Props) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const { verdict, noVerdict } = review;
  return (
    <Box
      as="section"
      bg="neutral"
      aria-label={t('verdict.title')}
      className={styles.panel}
      data-decision={verdict?.decision}
    >
      <div className={styles.head}>
        <div className={styles.said}>
          <Text variant="body-small" color="secondary">
            {t('verdict.title')}
          </Text>
          {verdict ? (
            <>
              <h2 className={styles.heading}>
                <VerdictMark decision={verdict.decision} size="large" />
              </h2>
              <Text as="p">{t(`verdict.about.${verdict.decision}`)}</Text>
            </>
          ) : (
            <>
              <Text as="h2" variant="title-small" weight="bold">
                {t('verdict.none')}
              </Text>
              {noVerdict && <Text as="p">{noVerdict}</Text>}
            </>
          )}
        </div>
        <div className={styles.buttons}>{children}</div>
      </div>
      {verdict && (
        <>
          <Reasons key={review.revision} reasons={verdict.reasons} />
          <Text
            as="p"
            variant="body-small"
            color="secondary"
            className={styles.small}
          >
            {t('verdict.sure', {
              share: formatPercent(
                Number((verdict.errorRate * 100).toPrecision(3)),
              ),
            })}{' '}
            {t('verdict.method', { method: verdict.method })}
          </Text>
        </>
      )}
      <EvidenceNote evidence={review.evidence} />
    </Box>
  );
};
