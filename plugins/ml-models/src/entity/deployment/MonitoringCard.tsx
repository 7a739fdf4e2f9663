import type { MlMonitoringSpec } from '@airworthy/plugin-ml-models-common';
import {
  ExternalLink,
  Fact,
  FactList,
  formatDate,
  formatDuration,
} from '@airworthy/plugin-ml-models-react';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { ThresholdTable } from './ThresholdTable';
import { useMlDeployment } from './useMlDeployment';

function describeLabels(labels: Record<string, string> = {}): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(', ');
}

function describeBaseline(monitoring: MlMonitoringSpec): string | undefined {
  const { name, path, from, to, previousWindow } = monitoring.baseline ?? {};
  if (previousWindow) return name ?? 'the window before';
  const period =
    from && to ? `${formatDate(from)} to ${formatDate(to)}` : undefined;
  return [name, path ?? period].filter(Boolean).join(': ') || undefined;
}

function factsOf(monitoring: MlMonitoringSpec): Fact[] {
  const { inferenceLog, prometheus, alertmanager, labelDelay, runbook } =
    monitoring;
  const facts: Fact[] = [
    {
      label: 'Inference log',
      wide: true,
      value: inferenceLog ? <code>{inferenceLog.path}</code> : 'not declared',
    },
    {
      label: 'Prometheus',
      wide: true,
      value: prometheus
        ? [
            prometheus.preset,
            prometheus.server && `on ${prometheus.server}`,
            describeLabels(prometheus.labels),
          ]
            .filter(Boolean)
            .join(' · ')
        : 'not declared',
    },
    {
      label: 'Baseline',
      wide: true,
      value: describeBaseline(monitoring) ?? 'not declared',
    },
    {
      label: 'Labels come after',
      value: labelDelay && formatDuration(labelDelay),
    },
  ];
  if (alertmanager) {
    facts.push({
      label: 'Alerts',
      value: alertmanager.matchers
        .map(m => `${m.name}${m.operator ?? '='}"${m.value}"`)
        .join(', '),
    });
  }
  if (runbook) {
    facts.push({
      label: 'Runbook',
      value: <ExternalLink href={runbook}>Open</ExternalLink>,
    });
  }
  return facts;
}

/** What is declared about monitoring: sources, baseline and limits. */
export const MonitoringCard = () => {
  const { monitoring } = useMlDeployment().spec;
  return (
    <EntityInfoCard title="Declared monitoring">
      {monitoring && Object.keys(monitoring).length > 0 ? (
        <Flex direction="column" gap="4">
          <FactList facts={factsOf(monitoring)} />
          {monitoring.thresholds?.length ? (
            <ThresholdTable thresholds={monitoring.thresholds} />
          ) : (
            <Text as="p" color="secondary">
              No limits of its own: the defaults of its task hold.
            </Text>
          )}
        </Flex>
      ) : (
        <Text as="p" color="secondary">
          Nothing is declared, so nobody is told when it fails. Sources and
          limits go in spec.monitoring of the entity.
        </Text>
      )}
    </EntityInfoCard>
  );
};
