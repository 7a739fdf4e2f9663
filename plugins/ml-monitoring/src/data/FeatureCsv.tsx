import type { FeatureHealth } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { download, toCsv } from '@airworthy/plugin-ml-models-react';
import { mlMonitoringTranslationRef } from '../translation';
import { useMonitoring } from '../tab/monitoringContext';

const figure = (value: number | null | undefined) => value ?? undefined;

/** Hands the list of features to the reader as a file. */
export const FeatureCsv = (props: { features: readonly FeatureHealth[] }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { entityRef } = useMonitoring();
  const text = () =>
    toCsv<FeatureHealth>(
      [
        { head: 'feature', value: row => row.feature },
        { head: 'type', value: row => row.type },
        { head: 'status', value: row => row.status },
        { head: 'test', value: row => row.drift?.plan.title },
        { head: 'drift', value: row => figure(row.drift?.value) },
        { head: 'warning', value: row => figure(row.drift?.limits?.warning) },
        { head: 'critical', value: row => figure(row.drift?.limits?.critical) },
        { head: 'rows', value: row => row.rows },
        { head: 'missing_share', value: row => figure(row.missingShare) },
        {
          head: 'baseline_missing_share',
          value: row => figure(row.baselineMissingShare),
        },
        { head: 'non_finite_share', value: row => figure(row.nonFiniteShare) },
        {
          head: 'out_of_range_share',
          value: row => figure(row.outOfRangeShare),
        },
        {
          head: 'unseen_category_share',
          value: row => figure(row.unseenCategoryShare),
        },
        { head: 'distinct', value: row => figure(row.distinct) },
      ],
      props.features,
    );
  return (
    <Button
      variant="secondary"
      iconStart={<RiDownloadLine aria-hidden />}
      onPress={() =>
        download(text(), `${entityRef.split('/').pop()}-features.csv`)
      }
    >
      {t('csv')}
    </Button>
  );
};
