import { useLoad } from '@airworthy/plugin-ml-models-react';
import { Capabilities } from '@airworthy/plugin-ml-maturity-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { messageOf } from '../answer/problems';
import { mlMaturityApiRef } from '../api/mlMaturityApiRef';
import { mlMaturityOverviewTranslationRef } from './translation';

/** Whether the reader may change campaigns, and if not, why. */
export function useMayManage(): { mayManage: boolean; reason?: string } {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const { value, error } = useLoad<Capabilities>('capabilities', signal =>
    api.getCapabilities({}, { signal }),
  );
  if (error) {
    return {
      mayManage: false,
      reason: t('rights.unknown', { message: messageOf(error) }),
    };
  }
  if (!value) return { mayManage: false };
  return value.manageCampaigns
    ? { mayManage: true }
    : { mayManage: false, reason: t('rights.campaigns') };
}
