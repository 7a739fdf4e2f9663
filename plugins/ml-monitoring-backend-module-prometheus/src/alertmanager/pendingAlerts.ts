import { DeploymentAlert } from '@airworthy/plugin-ml-monitoring-common';
import { PrometheusClient, Sample } from '../prometheus/PrometheusClient';
import { describeAlert } from './toAlert';

const OWN_LABELS = ['__name__', 'alertstate'];

type RuleAlerts = Awaited<ReturnType<PrometheusClient['ruleAlerts']>>;

function alertLabels({ labels }: Sample): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).filter(([name]) => !OWN_LABELS.includes(name)),
  );
}

function keyOf(labels: Record<string, string>): string {
  return JSON.stringify(
    Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Annotations are in the rules only; without them an alert still has its name and labels. */
async function readAnnotations(
  client: PrometheusClient,
  pending: Record<string, string>[],
  signal: AbortSignal,
): Promise<Map<string, Record<string, string>>> {
  const names = [
    ...new Set(pending.flatMap(({ alertname }) => alertname ?? [])),
  ];
  let alerts: RuleAlerts = [];
  try {
    if (names.length) alerts = await client.ruleAlerts(names, signal);
  } catch {
    // Engines that only store metrics have no rules.
  }
  return new Map(
    alerts.map(({ labels, annotations }) => [keyOf(labels), annotations ?? {}]),
  );
}

/** Alerts whose condition holds, not yet for as long as their rule demands; Alertmanager knows none of them. */
export async function readPendingAlerts(
  client: PrometheusClient,
  matchers: string[],
  signal: AbortSignal,
): Promise<{ alerts: DeploymentAlert[]; warnings: string[] }> {
  const selector = matchers.join(',');
  // The value of the first is the moment from which the condition holds.
  const query = `ALERTS_FOR_STATE{${selector}} and ignoring (alertstate) ALERTS{${selector},alertstate="pending"}`;
  const { result, warnings } = await client.query(
    query,
    // Whole seconds, so that callers share the query; up, so that nothing is missed.
    Math.ceil(Date.now() / 1000),
    signal,
  );
  const found = result.map(sample => ({
    labels: alertLabels(sample),
    since: sample.value,
  }));
  const annotations = await readAnnotations(
    client,
    found.map(({ labels }) => labels),
    signal,
  );
  const alerts = found.map(
    ({ labels, since }): DeploymentAlert => ({
      ...describeAlert(labels, annotations.get(keyOf(labels)) ?? {}),
      state: 'pending',
      startsAt: new Date(
        since === null ? Date.now() : since * 1000,
      ).toISOString(),
    }),
  );
  return { alerts, warnings };
}
