import { Config } from '@backstage/config';
import { MonitoringSource } from '@airworthy/plugin-ml-monitoring-node';
import { AlertmanagerClient } from './alertmanager/AlertmanagerClient';
import { AlertmanagerSource } from './alertmanager/AlertmanagerSource';
import { readPresets } from './config/readPresets';
import {
  readAlertmanagerServers,
  readPrometheusServers,
} from './config/readServers';
import { PrometheusClient } from './prometheus/PrometheusClient';
import { PrometheusSource } from './source/PrometheusSource';
import { Targets } from './source/Targets';

function byName<T extends { config: { name: string } }>(
  clients: T[],
): Map<string, T> {
  return new Map(clients.map(client => [client.config.name, client]));
}

/** The sources that app-config makes; they are there without servers too, so that entities that name one are told. */
export function createSources(config: Config): MonitoringSource[] {
  const clients = byName(
    readPrometheusServers(config).map(server => new PrometheusClient(server)),
  );
  const alertmanagers = byName(
    readAlertmanagerServers(config).map(
      server => new AlertmanagerClient(server),
    ),
  );
  const presets = readPresets(config);
  return [
    new PrometheusSource(new Targets({ clients, presets })),
    new AlertmanagerSource({ clients: alertmanagers, prometheus: clients }),
  ];
}
