import { ReactNode } from 'react';
import type { FeatureDistribution } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { BarsFigure } from '@airworthy/plugin-ml-models-react';
import { formatKnown } from '../shared/figures/formatFigure';
import { mlMonitoringTranslationRef } from '../translation';
import { Panel } from '../tab/panel/Panel';

interface Props {
  /** What the values are of. */
  feature: string;
  distribution?: FeatureDistribution;
  title?: string;
  about?: ReactNode;
}

const finite = (value: number | null | undefined) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** Values of the baseline and of the period side by side. */
export const DistributionPanel = (props: Props) => {
  const { feature, distribution, about } = props;
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const title = props.title ?? t('data.distribution');
  const largest = distribution?.bins
    .map((bin, i) => ({
      bin,
      gap: Math.abs(
        (distribution.shares.current[i] ?? 0) -
          (distribution.shares.reference[i] ?? 0),
      ),
    }))
    .sort((a, b) => b.gap - a.gap)[0];
  return (
    <Panel title={title} about={about}>
      {distribution && distribution.bins.length > 0 ? (
        <BarsFigure
          title={feature}
          description={t('data.describeDistribution', {
            feature,
            bin: largest?.bin ?? '',
          })}
          xTitle={feature}
          yTitle={t('data.share')}
          series={[
            { key: 'reference', label: t('data.reference') },
            { key: 'current', label: t('data.current') },
          ]}
          groups={distribution.bins.map((bin, i) => ({
            label: bin,
            values: {
              reference: finite(distribution.shares.reference[i]),
              current: finite(distribution.shares.current[i]),
            },
          }))}
          formatValue={value => formatKnown(value, 'ratio')}
          fileName={`distribution-${feature}`}
        />
      ) : (
        <Text as="p" color="secondary">
          {t('data.noDistribution')}
        </Text>
      )}
    </Panel>
  );
};
