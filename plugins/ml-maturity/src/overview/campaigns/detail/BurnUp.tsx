import { CampaignDetail } from '@airworthy/plugin-ml-maturity-common';
import { LineFigure, formatDate } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { thin } from '../../../history/thin';
import { mlMaturityOverviewTranslationRef } from '../../translation';

const MOST_POINTS = 45;

/** Models that reached the goal, and those in the scope, by day. */
export const BurnUp = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const points = thin(campaign.burnUp, MOST_POINTS);
  const last = points[points.length - 1];
  if (points.length < 2) {
    return (
      <Text as="p" color="secondary">
        {t('campaign.burnUpEmpty')}
      </Text>
    );
  }
  return (
    <LineFigure
      title={t('campaign.models')}
      description={t('campaign.burnUpAbout', {
        done: String(last.done),
        total: String(last.total),
        day: formatDate(last.day),
      })}
      xTitle={t('campaign.day')}
      yTitle={t('campaign.axis')}
      series={[
        { key: 'done', label: t('campaign.seriesDone') },
        { key: 'total', label: t('campaign.seriesTotal') },
      ]}
      points={points.map(({ day, done, total }) => ({
        x: formatDate(day),
        values: { done, total },
      }))}
    />
  );
};
