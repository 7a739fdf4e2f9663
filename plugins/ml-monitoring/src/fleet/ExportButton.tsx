import { FleetQuery } from '@airworthy/plugin-ml-monitoring-common';
import { download } from '@airworthy/plugin-ml-models-react';
import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { mlMonitoringApiRef } from '../api/mlMonitoringApiRef';
import { messageOf } from '../shared/load/messageOf';
import { exportFleet } from './exportFleet';
import { mlFleetTranslationRef } from './translation';

/** Writes all deployments that fit into a file. */
export const ExportButton = ({ query }: { query: FleetQuery }) => {
  const { t } = useTranslationRef(mlFleetTranslationRef);
  const api = useApi(mlMonitoringApiRef);
  const toastApi = useApi(toastApiRef);
  const [{ loading }, start] = useAsyncFn(async () => {
    try {
      download(await exportFleet(api, query), 'ml-fleet.csv');
    } catch (error) {
      toastApi.post({
        title: t('exportFailed'),
        description: messageOf(error),
        status: 'danger',
      });
    }
  }, [api, query]);
  return (
    <Button
      variant="secondary"
      iconStart={<RiDownloadLine aria-hidden />}
      isDisabled={loading}
      onPress={start}
    >
      {loading ? t('exporting') : t('export')}
    </Button>
  );
};
