import { InputError } from '@backstage/errors';
import {
  ChangeMarker,
  DataHealth,
  Discovery,
  ModelHealth,
  ServiceHealth,
  VariantComparison,
} from '@airworthy/plugin-ml-monitoring-common';
import {
  ComparisonQuestion,
  MonitoredDeployment,
  MonitoringCapability,
  MonitoringSource,
  MonitoringSourceError,
  SourceQuestion,
} from '@airworthy/plugin-ml-monitoring-node';
import { readChanges } from './changes';
import { readComparison } from './comparison';
import { readDataHealth } from './dataHealth';
import { discoverAt } from './discover';
import { Inquiry } from './Inquiry';
import { readModelHealth } from './modelHealth';
import { readServiceHealth } from './serviceHealth';
import { VARIANTS_NOT_TOLD, tellsVariants } from './target';
import { Targets } from './Targets';

/** Labels of entities that are none are the entity's fault, in the words of the check. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new MonitoringSourceError(
      'invalid-data',
      `spec.monitoring.prometheus: ${error.message}`,
    );
  }
}

/** Reads how deployments serve in Prometheus, and whatever else presets of app-config ask for. */
export class PrometheusSource implements MonitoringSource {
  readonly type = 'prometheus';
  readonly #targets: Targets;

  constructor(targets: Targets) {
    this.#targets = targets;
  }

  capabilities(deployment: MonitoredDeployment): MonitoringCapability[] {
    if (!deployment.monitoring.prometheus) return [];
    const preset = this.#targets.presetOf(deployment);
    // Asked all the same, so that the panel says what is wrong.
    if (!preset) return ['service'];
    const { queries } = preset;
    const { requests, latency, meanLatency, saturation } = queries;
    const capabilities: MonitoringCapability[] = [];
    if (requests || latency || meanLatency || saturation) {
      capabilities.push('service');
    }
    if (queries.generation || queries.model) capabilities.push('model');
    if (queries.data) capabilities.push('data');
    if (requests && tellsVariants(deployment, preset)) {
      capabilities.push('comparison');
    }
    if (requests) capabilities.push('changes');
    return capabilities;
  }

  nameFor({ monitoring }: MonitoredDeployment): string {
    const [first = 'none'] = this.#targets.clients.keys();
    return monitoring.prometheus?.server ?? first;
  }

  async serviceHealth(
    deployment: MonitoredDeployment,
    question: SourceQuestion,
  ): Promise<ServiceHealth> {
    return told(() => readServiceHealth(this.#inquire(deployment, question)));
  }

  async modelHealth(
    deployment: MonitoredDeployment,
    question: SourceQuestion,
  ): Promise<ModelHealth> {
    return told(() =>
      readModelHealth(this.#inquire(deployment, question), deployment.task),
    );
  }

  async dataHealth(
    deployment: MonitoredDeployment,
    question: SourceQuestion,
  ): Promise<DataHealth> {
    return told(async () => {
      const inquiry = this.#inquire(deployment, question);
      const { data } = inquiry.target.preset.queries;
      if (data) return readDataHealth(inquiry, data);
      throw new MonitoringSourceError(
        'not-allowed',
        `The preset "${inquiry.target.preset.name}" tells nothing of the inputs`,
      );
    });
  }

  async comparison(
    deployment: MonitoredDeployment,
    question: ComparisonQuestion,
  ): Promise<VariantComparison> {
    return told(async () => {
      const inquiry = this.#inquire(deployment, {
        ...question,
        variant: undefined,
      });
      if (tellsVariants(deployment, inquiry.target.preset)) {
        return readComparison(inquiry, question);
      }
      throw new MonitoringSourceError('invalid-data', VARIANTS_NOT_TOLD);
    });
  }

  async changes(
    deployment: MonitoredDeployment,
    question: SourceQuestion,
  ): Promise<ChangeMarker[]> {
    return told(() => readChanges(this.#inquire(deployment, question)));
  }

  async discover(
    deployment: MonitoredDeployment,
    { signal }: { signal: AbortSignal },
  ): Promise<Discovery[]> {
    if (deployment.monitoring.prometheus) return [];
    const { clients, presets } = this.#targets;
    const results = await Promise.allSettled(
      [...clients.values()].map(client =>
        discoverAt(deployment, client, presets.values(), signal),
      ),
    );
    const failed = results.flatMap(result =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    const found = results.flatMap(result =>
      result.status === 'fulfilled' ? result.value : [],
    );
    // Nothing found is an answer only where everywhere was looked.
    if (failed.length && !found.length) throw failed[0];
    const notices = failed.map(
      ({ message }) => `Not everywhere could be looked. ${message}`,
    );
    return found.map(discovery => ({
      ...discovery,
      notices: [...discovery.notices, ...notices],
    }));
  }

  #inquire(deployment: MonitoredDeployment, question: SourceQuestion): Inquiry {
    const target = this.#targets.find(deployment, question.variant);
    return new Inquiry(target, question);
  }
}
