import { useMemo } from 'react';
import type { FeatureHealth } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Table,
  Text,
  ToggleButton,
  ToggleButtonGroup,
  useTable,
} from '@backstage/ui';
import { SearchBox } from '@airworthy/plugin-ml-models-react';
import { mlMonitoringTranslationRef } from '../translation';
import { usePageParam } from '../tab/state/useTabState';
import { FeatureCsv } from './FeatureCsv';
import { FEATURE_SORTS, sortFeatures } from './sortFeatures';
import { useFeatureColumns } from './useFeatureColumns';
import styles from './data.module.css';

const SHOWS = ['all', 'trouble'] as const;

/** A list of features that can be searched and sorted, a page at a time. */
export const FeatureList = (props: { features: readonly FeatureHealth[] }) => {
  const { features } = props;
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const [text, setText] = usePageParam('q');
  const [sort, setSort] = usePageParam('sort', 'severity');
  const [show, setShow] = usePageParam('show', 'all');
  const columns = useFeatureColumns();
  const by = FEATURE_SORTS.find(name => name === sort) ?? 'severity';
  const rows = useMemo(() => {
    const words = text.trim().toLocaleLowerCase('en').split(/\s+/);
    return sortFeatures(features, by)
      .filter(({ feature }) => {
        const name = feature.toLocaleLowerCase('en');
        return words.every(word => name.includes(word));
      })
      .filter(
        ({ status }) =>
          show !== 'trouble' || status === 'warning' || status === 'critical',
      )
      .map(feature => ({ ...feature, id: feature.feature }));
  }, [features, by, text, show]);
  const trouble = features.filter(
    ({ status }) => status === 'warning' || status === 'critical',
  ).length;
  const { tableProps } = useTable({
    mode: 'complete',
    data: rows,
    paginationOptions: { pageSize: 25, pageSizeOptions: [25, 50, 100] },
  });
  return (
    <>
      <div className={styles.controls}>
        <SearchBox
          className={styles.search}
          label={t('data.search')}
          placeholder={t('data.search')}
          value={text}
          onChange={setText}
        />
        <ToggleButtonGroup
          aria-label={t('data.show.label')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[SHOWS.find(name => name === show) ?? 'all']}
          onSelectionChange={keys =>
            setShow(SHOWS.find(name => keys.has(name)) ?? 'all')
          }
        >
          <ToggleButton id="all">
            {t('data.show.all', { count: features.length })}
          </ToggleButton>
          <ToggleButton id="trouble">
            {t('data.show.trouble', { count: trouble })}
          </ToggleButton>
        </ToggleButtonGroup>
        <FeatureCsv features={rows} />
      </div>
      <Text as="p" variant="body-small" color="secondary" role="status">
        {t('data.shown', {
          shown: String(rows.length),
          all: String(features.length),
        })}
      </Text>
      <div className={styles.table}>
        <Table
          columnConfig={columns}
          {...tableProps}
          {...(rows.length <= 25 && { pagination: { type: 'none' as const } })}
          sort={{
            descriptor: {
              column: by,
              direction: by === 'feature' ? 'ascending' : 'descending',
            },
            onSortChange: ({ column }) => setSort(String(column)),
          }}
          emptyState={
            <Text color="secondary">
              {features.length === 0 ? t('data.none') : t('data.noMatch')}
            </Text>
          }
        />
      </div>
    </>
  );
};
