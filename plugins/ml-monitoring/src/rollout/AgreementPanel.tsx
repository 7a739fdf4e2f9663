import type { VariantComparison } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlMonitoringTranslationRef } from '../translation';
import { ConfusionTable } from '../model/ConfusionTable';
import { EstimateTiles } from '../model/EstimateTiles';
import { Panel } from '../tab/panel/Panel';

interface Props {
  agreement: NonNullable<VariantComparison['agreement']>;
  meanAbsoluteDifference?: number;
  stable: string;
  candidate: string;
}

/** How often two variants answered the same request alike, and where they did not. */
export const AgreementPanel = (props: Props) => {
  const { agreement, meanAbsoluteDifference, stable, candidate } = props;
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  return (
    <Panel
      title={t('agreement.title')}
      about={t('agreement.about', {
        pairs: agreement.pairs.toLocaleString('en-GB'),
      })}
    >
      <EstimateTiles
        tiles={[
          {
            title: t('agreement.rate'),
            value: agreement.rate.value,
            interval: agreement.rate.interval,
            unit: 'ratio',
          },
          { title: t('agreement.kappa'), value: agreement.kappa },
          ...(typeof meanAbsoluteDifference === 'number'
            ? [
                {
                  title: t('agreement.difference'),
                  value: meanAbsoluteDifference,
                },
              ]
            : []),
        ]}
      />
      {agreement.confusion.classes.length > 0 && (
        <ConfusionTable
          confusion={agreement.confusion}
          down={stable}
          across={candidate}
          fileName="agreement"
        />
      )}
    </Panel>
  );
};
