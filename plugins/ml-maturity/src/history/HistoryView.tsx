import { useState } from 'react';
import { HistoryEvent } from '@airworthy/plugin-ml-maturity-common';
import { LineFigure, formatDate } from '@airworthy/plugin-ml-models-react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Button, Flex, Skeleton, Text } from '@backstage/ui';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';
import { formatShare } from '../format/percent';
import { useHistory } from '../hooks/useHistory';
import { LoadFailure } from '../tab/LoadFailure';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import { EventList } from './EventList';
import { SpanSelect } from './SpanSelect';
import { byDay, trendOf } from './trend';
import styles from './history.module.css';

const PAGE = 100;
const MOST_POINTS = 60;

/** How level and score went, and what changed them. */
export const HistoryView = () => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const { entityRef, card } = useMaturity();
  const [days, setDays] = useState(90);
  const history = useHistory({
    entityRef,
    rubric: card.rubric.id,
    days,
    version: card.evaluatedAt,
  });
  const [older, setOlder] = useState<{
    of?: unknown;
    events: HistoryEvent[];
    complete: boolean;
    error?: Error;
    loading?: boolean;
  }>({ events: [], complete: false });

  if (history.error) {
    return (
      <LoadFailure
        title={t('history.unread')}
        error={history.error}
        onRetry={history.reload}
      />
    );
  }
  if (!history.value) return <Skeleton height={320} />;
  // Pages that were read for another span or an older scorecard are forgotten.
  const pages =
    older.of === history.value ? older : { events: [], complete: false };
  const events = [...history.value.events, ...pages.events];
  const isComplete = pages.complete || history.value.events.length < PAGE;
  const trend = trendOf(history.value.points, {
    day: card.evaluatedAt.slice(0, 10),
    score: card.scorecard.score.value,
    level: card.scorecard.level,
  });

  const readOlder = async () => {
    const of = history.value;
    setOlder({ ...pages, of, loading: true });
    try {
      const page = await api.getHistory({
        entityRef,
        rubric: card.rubric.id,
        days,
        limit: PAGE,
        before: events[events.length - 1]?.id,
      });
      setOlder({
        of,
        events: [...pages.events, ...page.events],
        complete: page.events.length < PAGE,
      });
    } catch (error) {
      setOlder({ ...pages, of, error: error as Error });
    }
  };

  return (
    <Flex direction="column" gap="4">
      <EntityInfoCard title={t('history.score')}>
        {trend.length > 1 ? (
          <LineFigure
            title={t('history.byDay')}
            description={t('history.sparkline', {
              from: formatShare(trend[0].score),
              to: formatShare(trend[trend.length - 1].score),
              days: String(days),
            })}
            xTitle={t('history.day')}
            yTitle={t('history.axis')}
            series={[{ key: 'score', label: t('score.label') }]}
            points={byDay(trend, MOST_POINTS).map(({ day, score }) => ({
              x: formatDate(day),
              values: { score: Math.round(score * 1_000) / 10 },
            }))}
            formatValue={value => `${value}%`}
            actions={<SpanSelect days={days} onChange={setDays} />}
          />
        ) : (
          <Flex direction="column" gap="3">
            <Text as="p" color="secondary">
              {t('history.tooShort')}
            </Text>
            <div>
              <SpanSelect days={days} onChange={setDays} />
            </div>
          </Flex>
        )}
      </EntityInfoCard>
      <EntityInfoCard title={t('history.events')}>
        <div className={styles.column}>
          <EventList events={events} />
          {pages === older && older.error && (
            <LoadFailure
              title={t('history.unread')}
              error={older.error}
              onRetry={readOlder}
            />
          )}
          {!isComplete && (
            <Button
              variant="secondary"
              size="small"
              isPending={pages === older && older.loading}
              onPress={readOlder}
            >
              {t('history.older')}
            </Button>
          )}
        </div>
      </EntityInfoCard>
    </Flex>
  );
};
