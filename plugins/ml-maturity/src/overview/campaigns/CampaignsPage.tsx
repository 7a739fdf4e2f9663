import { Container } from '@backstage/ui';
import { useOverviewState } from '../state/useOverviewState';
import { CampaignList } from './CampaignList';
import { CampaignView } from './detail/CampaignView';

/** All campaigns, or the one that the address names. */
export const CampaignsPage = () => {
  const [state, change] = useOverviewState();
  return (
    <Container>
      {state.campaign ? (
        <CampaignView
          key={state.campaign}
          id={state.campaign}
          onBack={() => change({ campaign: undefined })}
        />
      ) : (
        <CampaignList onOpen={campaign => change({ campaign })} />
      )}
    </Container>
  );
};
