import type { FeatureHealth } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FactList } from '@airworthy/plugin-ml-models-react';
import { FigureText } from '../shared/figures/FigureText';
import { mlMonitoringTranslationRef } from '../translation';

const MOST_NAMED = 10;

/** What should hold of every value, and how often it does not. */
export const InvariantList = ({ feature }: { feature: FeatureHealth }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const share = (value: number | null | undefined) => (
    <FigureText value={value} unit="ratio" />
  );
  const unseen = feature.unseenCategories ?? [];
  return (
    <FactList
      facts={[
        {
          label: t('data.rows'),
          value: <FigureText value={feature.rows} unit="" />,
        },
        {
          label: t('data.column.missing'),
          value: (
            <>
              {share(feature.missingShare)}
              {typeof feature.baselineMissingShare === 'number' && (
                <>
                  {' '}
                  ({t('data.inBaseline')} {share(feature.baselineMissingShare)})
                </>
              )}
            </>
          ),
        },
        { label: t('data.nonFinite'), value: share(feature.nonFiniteShare) },
        ...(feature.type === 'categorical'
          ? []
          : [
              {
                label: t('data.column.range'),
                value: share(feature.outOfRangeShare),
              },
            ]),
        ...(feature.type === 'numeric'
          ? []
          : [
              {
                label: t('data.column.unseen'),
                value: (
                  <>
                    {share(feature.unseenCategoryShare)}
                    {unseen.length > 0 &&
                      `: ${unseen.slice(0, MOST_NAMED).join(', ')}${
                        unseen.length > MOST_NAMED ? ', …' : ''
                      }`}
                  </>
                ),
              },
            ]),
        {
          label: t('data.distinct'),
          value: <FigureText value={feature.distinct} unit="" />,
        },
        ...(feature.baselineType && feature.baselineType !== feature.type
          ? [
              {
                label: t('data.typeChange'),
                value: t('data.typeWas', {
                  type: t(`data.type.${feature.baselineType}`),
                }),
              },
            ]
          : []),
      ]}
    />
  );
};
