import {
  PreviewAnswer,
  SetupAnswer,
  TimeWindow,
} from '@airworthy/plugin-ml-monitoring-common';
import { MlMonitoringSpec } from '@airworthy/plugin-ml-models-common';
import { stringify } from 'yaml';
import { KnownDeployment } from '../catalog/DeploymentReader';
import { MlMonitoringConfig } from '../config';
import { SourceDesk } from '../sources/SourceDesk';

/** What a preview tries out. */
export interface PreviewQuestion {
  monitoring: MlMonitoringSpec;
  window: TimeWindow;
  maxPoints: number;
  signal: AbortSignal;
}

/** Finds what there is for a deployment, and tries settings out on it. */
export class SetupService {
  readonly #desk: SourceDesk;
  readonly #timeoutMs: number;

  constructor(options: {
    desk: SourceDesk;
    config: Pick<MlMonitoringConfig, 'timeouts'>;
  }) {
    this.#desk = options.desk;
    this.#timeoutMs = options.config.timeouts.panel;
  }

  async setup(
    { entityRef, monitored }: KnownDeployment,
    options: { signal: AbortSignal; withExamples: boolean },
  ): Promise<SetupAnswer> {
    const { signal, withExamples } = options;
    const discoveries = await this.#desk.discover(
      monitored,
      { signal, timeoutMs: this.#timeoutMs },
      withExamples,
    );
    const found = discoveries.flatMap(result =>
      result.ok ? [result.answer] : [],
    );
    if (!found.length) return { entityRef, discoveries };
    // The first that proposes a part has it, and what the entity says stays.
    const proposal: MlMonitoringSpec = Object.assign(
      {},
      ...found.map(({ proposal: part }) => part).reverse(),
      monitored.monitoring,
    );
    const yaml = stringify({ spec: { monitoring: proposal } });
    return { entityRef, discoveries, proposal, yaml };
  }

  async preview(
    deployment: KnownDeployment,
    question: PreviewQuestion,
  ): Promise<PreviewAnswer> {
    const { monitoring, signal, ...asked } = question;
    const monitored = { ...deployment.monitored, monitoring };
    const asking = { signal, timeoutMs: this.#timeoutMs };
    const comparing = { ...asked, baseline: monitoring.baseline };
    const [service, data, model] = await Promise.all([
      this.#desk.ask('service', monitored, asking, (source, own) =>
        source.serviceHealth!(monitored, { ...asked, signal: own }),
      ),
      this.#desk.ask('data', monitored, asking, (source, own) =>
        source.dataHealth!(monitored, {
          ...comparing,
          ...monitoring.drift,
          signal: own,
        }),
      ),
      this.#desk.ask('model', monitored, asking, (source, own) =>
        source.modelHealth!(monitored, { ...comparing, signal: own }),
      ),
    ]);
    return { service, data, model };
  }
}
