import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LoadFailure } from '../shared/load/LoadFailure';
import { LoadingBlocks } from '../shared/load/LoadingBlocks';
import { CheckList } from '../tab/checks/CheckList';
import { useMonitoring } from '../tab/monitoringContext';
import { NoSource } from '../tab/panel/NoSource';
import { Panel } from '../tab/panel/Panel';
import { SourceNotice } from '../tab/panel/SourceNotice';
import { usePanel } from '../tab/panel/usePanel';
import { mlMonitoringTranslationRef } from '../translation';
import { AlertsPanel } from './AlertsPanel';
import { ChangesPanel } from './ChangesPanel';
import { GlancePanel } from './GlancePanel';
import styles from './overview.module.css';

/** How the deployment is doing at a glance: what is wrong, what changed, and its main figures. */
const OverviewPage = () => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { status, statusError, reloadStatus } = useMonitoring();
  const service = usePanel('service', (api, query, options) =>
    api.getService(query, options),
  );
  if (status && status.sources.length === 0 && status.checks.length === 0) {
    return <NoSource />;
  }
  return (
    <>
      {status?.sources
        .filter(({ failure }) => failure)
        .map(({ source, failure }) => (
          <SourceNotice
            key={`${source.type} ${source.name}`}
            failure={failure!}
          />
        ))}
      <div className={styles.columns}>
        <Panel title={t('overview.checks')}>
          {status && <CheckList checks={status.checks} />}
          {!status && statusError && (
            <LoadFailure
              title={t('status.failed')}
              error={statusError}
              onRetry={reloadStatus}
            />
          )}
          {!status && !statusError && <LoadingBlocks heights={[48, 48, 48]} />}
        </Panel>
        <div className={styles.side}>
          <ChangesPanel service={service} />
          <AlertsPanel />
        </div>
      </div>
      <GlancePanel service={service} />
    </>
  );
};

export default OverviewPage;
