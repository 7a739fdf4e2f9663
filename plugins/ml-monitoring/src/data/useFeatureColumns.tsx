import { useMemo } from 'react';
import type { FeatureHealth } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, ColumnConfig, Text } from '@backstage/ui';
import { StatusBadge } from '@airworthy/plugin-ml-models-react';
import { FigureText } from '../shared/figures/FigureText';
import { formatFigure } from '../shared/figures/formatFigure';
import { PlaceLink } from '../tab/PlaceLink';
import { mlMonitoringTranslationRef } from '../translation';
import { DriftText } from './DriftText';
import styles from './data.module.css';

type Row = FeatureHealth & { id: string };

interface ShareProps {
  value: number | null;
  applies: boolean;
}

/** A share, or nothing where there is no such thing for this type of column. */
const ShareOrNone = ({ value, applies }: ShareProps) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  return applies || value !== null ? (
    <FigureText value={value} unit="ratio" />
  ) : (
    <Text variant="body-small" color="secondary">
      {t('data.doesNotApply')}
    </Text>
  );
};

/** Columns of the list of features. */
export function useFeatureColumns(): ColumnConfig<Row>[] {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  return useMemo<ColumnConfig<Row>[]>(
    () => [
      {
        id: 'severity',
        label: t('data.column.status'),
        isSortable: true,
        width: 112,
        cell: row => (
          <Cell>
            <StatusBadge status={row.status} />
          </Cell>
        ),
      },
      {
        id: 'feature',
        label: t('data.column.feature'),
        isRowHeader: true,
        isSortable: true,
        defaultWidth: '2fr',
        cell: row => (
          <Cell>
            <div className={styles.name} title={row.feature}>
              <PlaceLink place={{ page: 'data', feature: row.feature }}>
                {row.feature}
              </PlaceLink>
            </div>
            <Text as="div" variant="body-small" color="secondary">
              {t(`data.type.${row.type}`)}
              {row.baselineType &&
                row.baselineType !== row.type &&
                `, ${t('data.typeWas', {
                  type: t(`data.type.${row.baselineType}`),
                })}`}
            </Text>
          </Cell>
        ),
      },
      {
        id: 'drift',
        label: t('data.column.drift'),
        isSortable: true,
        defaultWidth: '3fr',
        cell: row => (
          <Cell>
            <DriftText drift={row.drift} />
          </Cell>
        ),
      },
      {
        id: 'missing',
        label: t('data.column.missing'),
        isSortable: true,
        defaultWidth: '1fr',
        cell: row => (
          <Cell>
            <FigureText value={row.missingShare} unit="ratio" />
            {typeof row.baselineMissingShare === 'number' && (
              <Text as="div" variant="body-small" color="secondary">
                {t('data.was', {
                  value: formatFigure(row.baselineMissingShare, 'ratio') ?? '',
                })}
              </Text>
            )}
          </Cell>
        ),
      },
      {
        id: 'range',
        label: t('data.column.range'),
        isSortable: true,
        width: 150,
        cell: row => (
          <Cell>
            <ShareOrNone
              value={row.outOfRangeShare}
              applies={row.type !== 'categorical'}
            />
          </Cell>
        ),
      },
      {
        id: 'unseen',
        label: t('data.column.unseen'),
        isSortable: true,
        width: 180,
        cell: row => (
          <Cell>
            <ShareOrNone
              value={row.unseenCategoryShare}
              applies={row.type !== 'numeric'}
            />
          </Cell>
        ),
      },
    ],
    [t],
  );
}
