import {
  Disagreements,
  mlMonitoringReadRowsPermission,
} from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPermission } from '@backstage/plugin-catalog-react/alpha';
import { Text } from '@backstage/ui';
import { LoadingBlocks } from '../shared/load/LoadingBlocks';
import { isForbidden } from '../shared/load/messageOf';
import { mlMonitoringTranslationRef } from '../translation';
import { AnswerView } from '../tab/panel/AnswerView';
import { Panel } from '../tab/panel/Panel';
import { usePanel } from '../tab/panel/usePanel';
import { DisagreementTable } from './DisagreementTable';

const MOST = 50;

const NotAllowed = () => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  return (
    <Text as="p" color="secondary">
      {t('disagreement.notAllowed')}
    </Text>
  );
};

const Rows = ({ candidate }: { candidate: string }) => {
  const rows = usePanel(`disagreements ${candidate}`, (api, query, options) =>
    api.getDisagreements(
      { ...query, variant: candidate, limit: MOST },
      options,
    ),
  );
  // The backend has the last word.
  if (isForbidden(rows.error)) return <NotAllowed />;
  return (
    <AnswerView<Disagreements> loaded={rows} heights={[200]}>
      {answer => <DisagreementTable answer={answer} />}
    </AnswerView>
  );
};

/** Requests that two variants answered most differently, for those who may see rows. */
export const DisagreementsPanel = ({ candidate }: { candidate: string }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { allowed, loading } = useEntityPermission(
    mlMonitoringReadRowsPermission,
  );
  return (
    <Panel title={t('disagreement.title')}>
      {loading && <LoadingBlocks heights={[80]} />}
      {!loading && !allowed && <NotAllowed />}
      {!loading && allowed && <Rows candidate={candidate} />}
    </Panel>
  );
};
