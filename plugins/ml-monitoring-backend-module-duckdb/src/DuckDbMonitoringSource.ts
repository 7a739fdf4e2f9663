import type {
  MonitoredDeployment,
  MonitoringCapability,
  MonitoringSource,
  SourceQuestion,
} from '@airworthy/plugin-ml-monitoring-node';
import type { DuckDbTools } from './createTools';
import { answerChanges } from './questions/answerChanges';
import { answerDiscovery } from './questions/discover/answerDiscovery';
import { answerServiceHealth } from './questions/service/answerServiceHealth';
import { SOURCE_TYPE, sourceName } from './questions/sourceAnswer';

/** Answers from inference logs. */
export class DuckDbMonitoringSource implements MonitoringSource {
  readonly type = SOURCE_TYPE;
  private readonly tools: DuckDbTools;

  constructor(tools: DuckDbTools) {
    this.tools = tools;
  }

  capabilities(deployment: MonitoredDeployment): MonitoringCapability[] {
    return deployment.monitoring.inferenceLog ? ['service', 'changes'] : [];
  }

  nameFor(deployment: MonitoredDeployment): string {
    return sourceName(deployment);
  }

  serviceHealth(deployment: MonitoredDeployment, question: SourceQuestion) {
    return this.inTurn(deployment, () =>
      answerServiceHealth(this.tools, deployment, question),
    );
  }

  changes(deployment: MonitoredDeployment, question: SourceQuestion) {
    return this.inTurn(deployment, () =>
      answerChanges(this.tools, deployment, question),
    );
  }

  discover(
    deployment: MonitoredDeployment,
    question: { signal: AbortSignal; withExamples: boolean },
  ) {
    return this.inTurn(deployment, () =>
      answerDiscovery(this.tools, deployment, question),
    );
  }

  private inTurn<T>(
    deployment: MonitoredDeployment,
    work: () => Promise<T>,
  ): Promise<T> {
    return this.tools.engine.inGroup(deployment.entityRef, work);
  }
}
