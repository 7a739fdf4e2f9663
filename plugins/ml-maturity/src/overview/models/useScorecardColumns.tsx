import { useMemo } from 'react';
import {
  Rubric,
  ScorecardListItem,
} from '@airworthy/plugin-ml-maturity-common';
import { LifecycleBadge } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, ColumnConfig, Text } from '@backstage/ui';
import { formatShare } from '../../format/percent';
import { formatDistance } from '../../format/time';
import { LevelMeter } from '../../level/LevelMeter';
import { ShareBar } from '../../summary/ShareBar';
import { mlMaturityTranslationRef } from '../../translation';
import { ModelLink } from '../panel/ModelLink';
import { OwnerName } from '../panel/OwnerName';
import { mlMaturityOverviewTranslationRef } from '../translation';
import styles from './models.module.css';

/** A scorecard with its place in the list. */
export interface RankedScorecard extends ScorecardListItem {
  id: string;
  rank: number;
}

const Missing = ({ words }: { words: string }) => (
  <Text color="secondary" aria-label={words} role="img">
    –
  </Text>
);

/** Columns of the list of scorecards. */
export function useScorecardColumns(
  rubric: Rubric | undefined,
  rubricId: string | undefined,
): ColumnConfig<RankedScorecard>[] {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const { t: tCommon } = useTranslationRef(mlMaturityTranslationRef);
  return useMemo(() => {
    const highest = Math.max(
      ...(rubric?.levels.map(({ level }) => level) ?? [2]),
    );
    const query = rubricId
      ? new URLSearchParams({ rubric: rubricId }).toString()
      : undefined;
    return [
      {
        id: 'rank',
        label: t('models.rank'),
        width: 72,
        cell: ({ rank }) => <Cell className={styles.rank}>{rank}</Cell>,
      },
      {
        id: 'name',
        label: t('models.name'),
        isRowHeader: true,
        isSortable: true,
        minWidth: 200,
        defaultWidth: '3fr',
        cell: item => (
          <Cell>
            <ModelLink model={item} query={query} />
          </Cell>
        ),
      },
      {
        id: 'level',
        label: t('models.level'),
        isSortable: true,
        minWidth: 170,
        defaultWidth: '2fr',
        cell: ({ level, waived }) => (
          <Cell>
            <span className={styles.level}>
              <LevelMeter level={level} highest={highest} />
              <span className={styles.stack}>
                <span>
                  {rubric?.levels.find(item => item.level === level)?.title ??
                    tCommon('level.of', { level: String(level) })}
                </span>
                {waived > 0 && (
                  <Text variant="body-small" color="secondary">
                    {tCommon('level.waived', { count: waived })}
                  </Text>
                )}
              </span>
            </span>
          </Cell>
        ),
      },
      {
        id: 'score',
        label: t('models.score'),
        isSortable: true,
        minWidth: 110,
        defaultWidth: '1fr',
        cell: ({ score }) => (
          <Cell>
            <span className={styles.stack}>
              <span className={styles.figure}>{formatShare(score)}</span>
              <ShareBar share={score ?? 0} />
            </span>
          </Cell>
        ),
      },
      {
        id: 'open',
        label: t('models.open'),
        minWidth: 150,
        defaultWidth: '2fr',
        cell: ({ counts: { fail, unknown, error } }) => (
          <Cell className={styles.figure}>
            {t('models.openOf', {
              fail: String(fail),
              unknown: String(unknown),
            })}
            {error > 0 && t('models.openError', { error: String(error) })}
          </Cell>
        ),
      },
      {
        id: 'owner',
        label: t('models.owner'),
        minWidth: 140,
        defaultWidth: '2fr',
        cell: ({ owner }) => (
          <Cell>
            {owner ? (
              <OwnerName entityRef={owner} />
            ) : (
              <Missing words={t('models.missing')} />
            )}
          </Cell>
        ),
      },
      {
        id: 'lifecycle',
        label: t('models.lifecycle'),
        minWidth: 140,
        defaultWidth: '1fr',
        cell: ({ lifecycle }) => (
          <Cell>
            {lifecycle ? (
              <LifecycleBadge lifecycle={lifecycle} />
            ) : (
              <Missing words={t('models.missing')} />
            )}
          </Cell>
        ),
      },
      {
        id: 'evaluatedAt',
        label: t('models.evaluated'),
        isSortable: true,
        minWidth: 140,
        defaultWidth: '1fr',
        cell: ({ evaluatedAt, current }) => (
          <Cell>
            <span className={styles.stack}>
              <span title={evaluatedAt}>{formatDistance(evaluatedAt)}</span>
              {!current && (
                <Text variant="body-small" color="warning">
                  {t('models.stale')}
                </Text>
              )}
            </span>
          </Cell>
        ),
      },
    ];
  }, [rubric, rubricId, t, tCommon]);
}
