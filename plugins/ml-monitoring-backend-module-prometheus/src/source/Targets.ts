import {
  MonitoredDeployment,
  MonitoringSourceError,
} from '@airworthy/plugin-ml-monitoring-node';
import { PrometheusClient } from '../prometheus/PrometheusClient';
import { Preset } from '../presets/types';
import { Target, groupsOf, variantLabelOf } from './target';

const LABELS = 'spec.monitoring.prometheus.labels';

/** Names as a reader is shown them. */
export function listed(names: Iterable<string>): string {
  return [...names].map(name => `"${name}"`).join(', ');
}

/** The server that an entity names, or the first. */
export function serverNamed<T>(
  servers: ReadonlyMap<string, T>,
  name: string | undefined,
  kind: { product: string; field: string },
): T {
  const [first] = servers.values();
  const server = name === undefined ? first : servers.get(name);
  if (server !== undefined) return server;
  if (servers.size === 0) {
    throw new MonitoringSourceError(
      'not-allowed',
      `No ${kind.product} server is configured; app-config names them in ${kind.field}`,
    );
  }
  throw new MonitoringSourceError(
    'not-allowed',
    `The ${
      kind.product
    } server "${name}" is not configured; configured: ${listed(
      servers.keys(),
    )}`,
  );
}

/** What the portal may ask: servers and presets of app-config, by name. */
export class Targets {
  readonly clients: ReadonlyMap<string, PrometheusClient>;
  readonly presets: ReadonlyMap<string, Preset>;

  constructor(options: {
    clients: ReadonlyMap<string, PrometheusClient>;
    presets: ReadonlyMap<string, Preset>;
  }) {
    this.clients = options.clients;
    this.presets = options.presets;
  }

  /** The preset that a deployment names, if there is one of this name. */
  presetOf({ monitoring }: MonitoredDeployment): Preset | undefined {
    return monitoring.prometheus
      ? this.presets.get(monitoring.prometheus.preset)
      : undefined;
  }

  /** The server that a deployment names, or the first. */
  clientFor({ monitoring }: MonitoredDeployment): PrometheusClient {
    return serverNamed(this.clients, monitoring.prometheus?.server, {
      product: 'Prometheus',
      field: 'mlMonitoring.prometheus.servers',
    });
  }

  /** Whom to ask what for a deployment, or for one of its variants. */
  find(deployment: MonitoredDeployment, only?: string): Target {
    const client = this.clientFor(deployment);
    const preset = this.presetOf(deployment);
    if (!preset) {
      throw new MonitoringSourceError(
        'not-allowed',
        `There is no preset "${
          deployment.monitoring.prometheus?.preset
        }"; there are ${listed(this.presets.keys())}`,
      );
    }
    refuseNoLabels(deployment);
    return {
      client,
      preset,
      groups: groupsOf(deployment, preset, only),
      variantLabel: variantLabelOf(deployment, preset),
    };
  }
}

/** Without labels a deployment would be shown the figures of all others too. */
function refuseNoLabels({ monitoring }: MonitoredDeployment): void {
  const { labels = {}, variants } = monitoring.prometheus!;
  const sets = variants
    ? Object.values(variants).map(own => ({ ...labels, ...own }))
    : [labels];
  if (sets.some(set => Object.keys(set).length === 0)) {
    throw new MonitoringSourceError(
      'invalid-data',
      `${LABELS}: expected at least one label that selects the deployment's series`,
    );
  }
}
