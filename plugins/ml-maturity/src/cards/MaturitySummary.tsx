import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Skeleton, Text } from '@backstage/ui';
import { ScoreTrend } from '../history/ScoreTrend';
import { LevelBadge } from '../level/LevelBadge';
import { useMaturityHref } from '../hooks/useMaturityHref';
import { StateMark } from '../status/StateMark';
import { LoadFailure } from '../tab/LoadFailure';
import { mlMaturityTranslationRef } from '../translation';
import { MaturityCard } from './useMaturityCard';
import styles from './cards.module.css';

interface Props extends MaturityCard {
  entityRef: string;
  /** How many of the next actions are shown. */
  actions: number;
}

/** Level, score, trend and what to do next, small. */
export const MaturitySummary = (props: Props) => {
  const { card, rubric, entityRef, actions } = props;
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const href = useMaturityHref();
  if (props.missing) {
    return (
      <Text as="p" color="secondary">
        {t(
          props.missing === 'pending'
            ? 'notEvaluated.brief'
            : 'notCovered.detail',
        )}
      </Text>
    );
  }
  if (props.error) {
    return (
      <LoadFailure
        title={t('failed')}
        error={props.error}
        onRetry={props.reload}
      />
    );
  }
  if (!card || !rubric) {
    return (
      <Flex direction="column" gap="2" role="status" aria-label={t('loading')}>
        <Skeleton height={32} width="60%" />
        <Skeleton height={32} />
        <Skeleton height={64} />
      </Flex>
    );
  }
  const failing = card.collectors.filter(({ failure }) => failure).length;
  return (
    <div className={styles.root}>
      <div className={styles.top}>
        <LevelBadge scorecard={card.scorecard} rubric={rubric} />
        <ScoreTrend card={card} />
      </div>
      {failing > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('collector.failing', { count: failing })}
        </Text>
      )}
      {card.actions.length > 0 && actions > 0 && (
        <div>
          <Text as="h4" variant="body-small" color="secondary">
            {t('action.next')}
          </Text>
          <ol className={styles.actions}>
            {card.actions.slice(0, actions).map(action => (
              <li key={action.checkId} className={styles.action}>
                <StateMark
                  state={action.status}
                  label={t(`state.${action.status}`)}
                />
                <Link
                  href={href(
                    entityRef,
                    new URLSearchParams({
                      view: 'checks',
                      check: action.checkId,
                    }).toString(),
                  )}
                  standalone
                  className={styles.link}
                >
                  {action.title}
                </Link>
              </li>
            ))}
          </ol>
        </div>
      )}
      <Link href={href(entityRef)} standalone className={styles.link}>
        {t('card.open')}
      </Link>
    </div>
  );
};
