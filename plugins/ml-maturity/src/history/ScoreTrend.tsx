import { ScorecardResponse } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { formatPoints, formatShare } from '../format/percent';
import { useHistory } from '../hooks/useHistory';
import { mlMaturityTranslationRef } from '../translation';
import { Sparkline } from './Sparkline';
import { changeOf, trendOf } from './trend';
import styles from './history.module.css';

const DAYS = 90;

/** The score with how it went. */
export const ScoreTrend = ({ card }: { card: ScorecardResponse }) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const history = useHistory({
    entityRef: card.entityRef,
    rubric: card.rubric.id,
    days: DAYS,
    version: card.evaluatedAt,
  });
  const { score, level } = card.scorecard;
  const trend = trendOf(history.value?.points ?? [], {
    day: card.evaluatedAt.slice(0, 10),
    score: score.value,
    level,
  });
  const change = changeOf(trend);
  return (
    <div className={styles.trend}>
      <div>
        <Text variant="title-medium" weight="bold" className={styles.score}>
          {formatShare(score.value)}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {history.error && t('history.unread')}
          {!history.error &&
            !history.loading &&
            (change === undefined
              ? t('history.tooShort')
              : t('history.change', {
                  points: formatPoints(change),
                  days: String(DAYS),
                }))}
        </Text>
      </div>
      {change !== undefined && (
        <Sparkline
          trend={trend}
          label={t('history.sparkline', {
            from: formatShare(trend[0].score),
            to: formatShare(score.value),
            days: String(DAYS),
          })}
        />
      )}
    </div>
  );
};
