import { useContext, useMemo } from 'react';
import {
  MlColumnCellProps,
  MlColumnProviderProps,
  useLoad,
} from '@airworthy/plugin-ml-models-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';
import { messageOf } from '../answer/problems';
import { formatShare } from '../format/percent';
import { useMaturityHref } from '../hooks/useMaturityHref';
import { LevelMeter } from '../level/LevelMeter';
import { mlMaturityTranslationRef } from '../translation';
import { LevelsContext, ListedLevels } from './levels';
import styles from './column.module.css';

// The list takes that many references in one request.
const MAX_REFS = 200;

/** Reads the levels of all models of the page with one request. */
export const Provider = ({ entities, children }: MlColumnProviderProps) => {
  const api = useApi(mlMaturityApiRef);
  const refs = useMemo(
    () => entities.map(entity => stringifyEntityRef(entity)),
    [entities],
  );
  const levels = useLoad(refs.length ? refs.join('\n') : undefined, signal =>
    api.listScorecards(
      {
        entityRef: refs.slice(0, MAX_REFS),
        limit: MAX_REFS,
        fields: ['entityRef', 'level', 'score', 'waived', 'counts'],
      },
      { signal },
    ),
  );
  const rubrics = useLoad('rubrics', signal => api.getRubrics({ signal }));
  const value = useMemo<ListedLevels>(() => {
    const rubric = rubrics.value?.items.find(
      item => item.rubric.metadata.id === levels.value?.rubricId,
    )?.rubric;
    return {
      byRef: new Map(levels.value?.items.map(item => [item.entityRef, item])),
      loading: levels.loading,
      error: levels.error,
      highest: Math.max(...(rubric?.levels.map(({ level }) => level) ?? [2])),
    };
  }, [levels.value, levels.loading, levels.error, rubrics.value]);
  return (
    <LevelsContext.Provider value={value}>{children}</LevelsContext.Provider>
  );
};

/** Level and score of a model. */
export const Cell = ({ entity }: MlColumnCellProps) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { byRef, loading, error, highest } = useContext(LevelsContext);
  const href = useMaturityHref();
  const entityRef = stringifyEntityRef(entity);
  const item = byRef.get(entityRef);
  if (error) {
    return (
      <Text variant="body-small" color="danger">
        {t('column.failed', { message: messageOf(error) })}
      </Text>
    );
  }
  if (loading && !item) return <Skeleton width={72} height={16} />;
  if (!item) {
    return (
      <Text variant="body-small" color="secondary">
        {t('column.none')}
      </Text>
    );
  }
  const { unknown, error: failed } = item.counts;
  return (
    <Link href={href(entityRef)} standalone>
      {/* In place of a label, which would have to hold what is seen word for word. */}
      <VisuallyHidden>
        {[
          t('level.of', { level: String(item.level) }),
          t('column.score', { score: formatShare(item.score) }),
          t('column.unknown', { count: unknown + failed }),
          item.waived > 0 ? t('level.waived', { count: item.waived }) : '',
        ]
          .filter(Boolean)
          .join(', ')}
      </VisuallyHidden>
      <span className={styles.cell} aria-hidden>
        <LevelMeter level={item.level} highest={highest} />
        <span className={styles.words}>
          <span className={styles.score}>{formatShare(item.score)}</span>
          <span className={styles.unknown}>
            {t('column.unknown', { count: unknown + failed })}
          </span>
        </span>
      </span>
    </Link>
  );
};
