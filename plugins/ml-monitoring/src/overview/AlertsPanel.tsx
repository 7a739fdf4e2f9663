import type {
  AlertsAnswer,
  DeploymentAlert,
  PanelAnswer,
} from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  ExternalLink,
  LocalTime,
  Status,
  StatusBadge,
} from '@airworthy/plugin-ml-models-react';
import { AnswerView } from '../tab/panel/AnswerView';
import { Panel } from '../tab/panel/Panel';
import { usePanel } from '../tab/panel/usePanel';
import { mlMonitoringTranslationRef } from '../translation';
import styles from './overview.module.css';

const ORDER = ['firing', 'pending', 'inhibited', 'silenced'] as const;

function lookOf({ state, severity }: DeploymentAlert): Status {
  if (state !== 'firing') return 'unknown';
  return severity === 'critical' || severity === 'page'
    ? 'critical'
    : 'warning';
}

const AlertItem = ({ alert }: { alert: DeploymentAlert }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { silence } = alert;
  return (
    <li className={styles.alert}>
      <div className={styles.alertHead}>
        <StatusBadge
          status={lookOf(alert)}
          label={t(`alerts.state.${alert.state}`)}
        />
        <Text weight="bold">{alert.name}</Text>
        {alert.severity && (
          <Text variant="body-small" color="secondary">
            {alert.severity}
          </Text>
        )}
      </div>
      {(alert.summary ?? alert.description) && (
        <Text as="p" variant="body-small">
          {alert.summary ?? alert.description}
        </Text>
      )}
      <Text as="p" variant="body-small" color="secondary">
        {t('status.since')} <LocalTime value={alert.startsAt} /> (
        <LocalTime value={alert.startsAt} distance />)
        {silence && (
          <>
            {'. '}
            {t('alerts.silenced', { by: silence.by ?? t('alerts.somebody') })}
            {silence.until && (
              <>
                {' '}
                {t('check.mutedUntil')} <LocalTime value={silence.until} />
              </>
            )}
            {silence.comment && `: ${silence.comment}`}
          </>
        )}
      </Text>
      <div className={styles.alertHead}>
        {alert.runbookUrl && (
          <ExternalLink href={alert.runbookUrl}>
            {t('alerts.runbook')}
          </ExternalLink>
        )}
        {alert.generatorUrl && (
          <ExternalLink href={alert.generatorUrl}>
            {t('alerts.open')}
          </ExternalLink>
        )}
      </div>
    </li>
  );
};

const Alerts = ({ panel }: { panel: PanelAnswer<AlertsAnswer> }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const alerts = panel.results
    .flatMap(result => (result.ok ? result.answer.alerts : []))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  if (alerts.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('alerts.none')}
      </Text>
    );
  }
  return (
    <ul className={styles.alerts}>
      {alerts.map(alert => (
        <AlertItem
          key={`${alert.name} ${alert.startsAt} ${JSON.stringify(
            alert.labels,
          )}`}
          alert={alert}
        />
      ))}
    </ul>
  );
};

/** Alerts of the alert manager; nothing at all where none is declared. */
export const AlertsPanel = () => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const alerts = usePanel('alerts', (api, query, options) =>
    api.getAlerts(query, options),
  );
  if (!alerts.error && !alerts.value?.results.length) return null;
  return (
    <Panel title={t('alerts.title')}>
      <AnswerView loaded={alerts} heights={[64]} hideNote>
        {(answer, panel) => (
          <Alerts panel={{ ...panel, results: [{ ok: true, answer }] }} />
        )}
      </AnswerView>
    </Panel>
  );
};
