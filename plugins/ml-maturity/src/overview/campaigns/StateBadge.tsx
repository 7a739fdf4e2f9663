import { CampaignState } from '@airworthy/plugin-ml-maturity-common';
import { StatusBadge } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge } from '@backstage/ui';
import { RiCheckDoubleLine, RiHourglassLine } from '@remixicon/react';
import { mlMaturityOverviewTranslationRef } from '../translation';

/** Where a campaign stands in time, as icon and word. */
export const StateBadge = ({ state }: { state: CampaignState }) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const label = t(`campaigns.state.${state}`);
  switch (state) {
    case 'active':
      return <StatusBadge status="ok" label={label} />;
    case 'overdue':
      return <StatusBadge status="warning" label={label} />;
    default:
      return (
        <Badge
          size="small"
          icon={
            state === 'closed' ? (
              <RiCheckDoubleLine aria-hidden />
            ) : (
              <RiHourglassLine aria-hidden />
            )
          }
        >
          {label}
        </Badge>
      );
  }
};
