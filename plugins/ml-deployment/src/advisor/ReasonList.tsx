import {
  AdviceReason,
  RankedStrategy,
} from '@airworthy/plugin-ml-deployment-common';
import {
  ExternalLink,
  formatDifference,
} from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  RiAddCircleLine,
  RiForbid2Line,
  RiIndeterminateCircleLine,
} from '@remixicon/react';
import { mlAdvisorTranslationRef } from './translation';
import styles from './AdviceRanking.module.css';

const Reason = ({ reason }: { reason: AdviceReason }) => {
  const { t } = useTranslationRef(mlAdvisorTranslationRef);
  const { points, text, source } = reason;
  const blocks = points === undefined;
  const isFor = !blocks && points > 0;
  const AgainstIcon = blocks ? RiForbid2Line : RiIndeterminateCircleLine;
  const Icon = isFor ? RiAddCircleLine : AgainstIcon;
  return (
    <li className={styles.reason} data-side={isFor ? 'for' : 'against'}>
      <Icon aria-hidden className={styles.sign} />
      <span>
        {text}{' '}
        <span className={styles.weight}>
          {blocks
            ? t('ranking.rulesOut')
            : t('ranking.points', { points: formatDifference(points) })}
        </span>
        {source && (
          <>
            {' · '}
            <ExternalLink
              href={source.url}
              aria-label={t('ranking.source', { title: source.title })}
            >
              {source.title}
            </ExternalLink>
          </>
        )}
      </span>
    </li>
  );
};

/** What speaks for a strategy and what against it, weightiest first. */
export const ReasonList = ({ ranked }: { ranked: RankedStrategy }) => {
  const { t } = useTranslationRef(mlAdvisorTranslationRef);
  if (ranked.for.length + ranked.against.length === 0) {
    return (
      <Text as="p" variant="body-small" color="secondary">
        {t('ranking.none')}
      </Text>
    );
  }
  const lists = [
    { label: t('ranking.for'), reasons: ranked.for },
    { label: t('ranking.against'), reasons: ranked.against },
  ];
  return (
    <div className={styles.reasons}>
      {lists
        .filter(({ reasons }) => reasons.length > 0)
        .map(({ label, reasons }) => (
          <ul key={label} className={styles.plain} aria-label={label}>
            {reasons.map(reason => (
              <Reason key={reason.id} reason={reason} />
            ))}
          </ul>
        ))}
    </div>
  );
};
