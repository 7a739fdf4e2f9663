import { InputError } from '@backstage/errors';
import {
  AlertsAnswer,
  DeploymentAlert,
} from '@airworthy/plugin-ml-monitoring-common';
import {
  MonitoredDeployment,
  MonitoringCapability,
  MonitoringSource,
  MonitoringSourceError,
  SourceQuestion,
} from '@airworthy/plugin-ml-monitoring-node';
import { PrometheusClient } from '../prometheus/PrometheusClient';
import { matcher } from '../promql/escape';
import { serverNamed } from '../source/Targets';
import { AlertmanagerClient } from './AlertmanagerClient';
import { AlertAnswer, SilenceAnswer } from './answers';
import { readPendingAlerts } from './pendingAlerts';
import { toAlert } from './toAlert';

/** A page of more tells no more; the newest are shown. */
const MOST_ALERTS = 500;

const ORDER: DeploymentAlert['state'][] = [
  'firing',
  'pending',
  'inhibited',
  'silenced',
];

function byState(a: DeploymentAlert, b: DeploymentAlert): number {
  return (
    ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
    Date.parse(b.startsAt) - Date.parse(a.startsAt)
  );
}

/** Reads the alerts of deployments in Alertmanager, and those that are about to be sent there in Prometheus. */
export class AlertmanagerSource implements MonitoringSource {
  readonly type = 'alertmanager';
  readonly #clients: ReadonlyMap<string, AlertmanagerClient>;
  readonly #prometheus: ReadonlyMap<string, PrometheusClient>;

  constructor(options: {
    clients: ReadonlyMap<string, AlertmanagerClient>;
    prometheus: ReadonlyMap<string, PrometheusClient>;
  }) {
    this.#clients = options.clients;
    this.#prometheus = options.prometheus;
  }

  capabilities({ monitoring }: MonitoredDeployment): MonitoringCapability[] {
    return monitoring.alertmanager ? ['alerts'] : [];
  }

  nameFor({ monitoring }: MonitoredDeployment): string {
    const [first = 'none'] = this.#clients.keys();
    return monitoring.alertmanager?.server ?? first;
  }

  async alerts(
    deployment: MonitoredDeployment,
    question: SourceQuestion,
  ): Promise<AlertsAnswer> {
    const { window, signal } = question;
    const matchers = matchersOf(deployment);
    const client = serverNamed(
      this.#clients,
      deployment.monitoring.alertmanager?.server,
      { product: 'Alertmanager', field: 'mlMonitoring.alertmanager.servers' },
    );
    const notices: string[] = [];
    const [sent, pending] = await Promise.all([
      client.alerts(matchers, signal),
      this.#pending(deployment, matchers, signal, notices),
    ]);
    const silences = await this.#silences(client, sent, signal, notices);
    const alerts = [
      ...sent.map(answer => toAlert(answer, silences)),
      ...pending,
    ].sort(byState);
    if (alerts.length > MOST_ALERTS) {
      notices.push(`${MOST_ALERTS} of ${alerts.length} alerts are shown`);
    }
    if (Date.parse(window.to) < Date.now() - 5 * 60_000) {
      notices.push('Alerts are those of now, not of the window');
    }
    const answeredAt = new Date().toISOString();
    return {
      source: { type: this.type, name: client.config.name },
      window,
      rowsRead: alerts.length,
      freshAt: answeredAt,
      answeredAt,
      notices,
      alerts: alerts.slice(0, MOST_ALERTS),
    };
  }

  /** Silences are looked up only where an alert has one; without them the alert is still shown as silenced. */
  async #silences(
    client: AlertmanagerClient,
    alerts: AlertAnswer[],
    signal: AbortSignal,
    notices: string[],
  ): Promise<Map<string, SilenceAnswer>> {
    const ids = new Set(
      alerts.flatMap(({ status }) => status.silencedBy ?? []),
    );
    if (ids.size === 0) return new Map();
    try {
      const silences = await client.silences(signal);
      return new Map(
        silences.filter(({ id }) => ids.has(id)).map(one => [one.id, one]),
      );
    } catch (error) {
      notices.push(
        `Who silenced the alerts cannot be told. ${(error as Error).message}`,
      );
      return new Map();
    }
  }

  async #pending(
    deployment: MonitoredDeployment,
    matchers: string[],
    signal: AbortSignal,
    notices: string[],
  ): Promise<DeploymentAlert[]> {
    if (this.#prometheus.size === 0) return [];
    try {
      const client = serverNamed(
        this.#prometheus,
        deployment.monitoring.prometheus?.server,
        { product: 'Prometheus', field: 'mlMonitoring.prometheus.servers' },
      );
      const { alerts, warnings } = await readPendingAlerts(
        client,
        matchers,
        signal,
      );
      notices.push(...warnings);
      return alerts;
    } catch (error) {
      notices.push(
        `Pending alerts cannot be told. ${(error as Error).message}`,
      );
      return [];
    }
  }
}

function matchersOf({ monitoring }: MonitoredDeployment): string[] {
  const { matchers = [] } = monitoring.alertmanager ?? {};
  // Without a matcher the alerts of all others would be shown.
  if (matchers.length === 0) {
    throw new MonitoringSourceError(
      'invalid-data',
      'spec.monitoring.alertmanager.matchers: expected at least one',
    );
  }
  try {
    return matchers.map(({ name, operator = '=', value }) =>
      matcher(name, operator, value),
    );
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new MonitoringSourceError(
      'invalid-data',
      `spec.monitoring.alertmanager.matchers: ${error.message}`,
    );
  }
}
