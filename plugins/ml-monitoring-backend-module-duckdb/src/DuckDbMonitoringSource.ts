import type {
  BaselineQuestion,
  ComparisonQuestion,
  DataQuestion,
  FeatureQuestion,
  MonitoredDeployment,
  MonitoringCapability,
  MonitoringSource,
  SliceQuestion,
  SourceQuestion,
} from '@airworthy/plugin-ml-monitoring-node';
import type { DuckDbTools } from './createTools';
import { answerChanges } from './questions/answerChanges';
import { answerComparison } from './questions/comparison/answerComparison';
import { answerDataHealth } from './questions/dataHealth/answerDataHealth';
import { answerDisagreements } from './questions/disagreements/answerDisagreements';
import { answerDiscovery } from './questions/discover/answerDiscovery';
import { answerFeatureHealth } from './questions/featureHealth/answerFeatureHealth';
import { answerModelHealth } from './questions/modelHealth/answerModelHealth';
import type { TokenPrices } from './questions/modelHealth/prices';
import { answerServiceHealth } from './questions/service/answerServiceHealth';
import { answerSlices } from './questions/slices/answerSlices';
import { SOURCE_TYPE, sourceName } from './questions/sourceAnswer';

/** Options of a {@link DuckDbMonitoringSource}. */
export interface DuckDbMonitoringSourceOptions {
  prices?: TokenPrices;
}

/** Answers from inference logs. */
export class DuckDbMonitoringSource implements MonitoringSource {
  readonly type = SOURCE_TYPE;
  private readonly tools: DuckDbTools;
  private readonly options: DuckDbMonitoringSourceOptions;

  constructor(tools: DuckDbTools, options: DuckDbMonitoringSourceOptions = {}) {
    this.tools = tools;
    this.options = options;
  }

  capabilities(deployment: MonitoredDeployment): MonitoringCapability[] {
    const log = deployment.monitoring.inferenceLog;
    if (!log) return [];
    // What a generator answers is neither right nor wrong without labels.
    const isGraded =
      deployment.task !== 'generation' || log.labels || log.columns?.label;
    return [
      ...(['service', 'data', 'feature', 'model'] as const),
      ...(isGraded ? (['slices'] as const) : []),
      ...(deployment.variants.length > 1
        ? (['comparison', 'disagreements'] as const)
        : []),
      'changes',
    ];
  }

  nameFor(deployment: MonitoredDeployment): string {
    return sourceName(deployment);
  }

  serviceHealth(deployment: MonitoredDeployment, question: SourceQuestion) {
    return this.inTurn(deployment, tools =>
      answerServiceHealth(tools, deployment, question),
    );
  }

  dataHealth(deployment: MonitoredDeployment, question: DataQuestion) {
    return this.inTurn(deployment, tools =>
      answerDataHealth(tools, deployment, question),
    );
  }

  featureHealth(deployment: MonitoredDeployment, question: FeatureQuestion) {
    return this.inTurn(deployment, tools =>
      answerFeatureHealth(tools, deployment, question),
    );
  }

  modelHealth(deployment: MonitoredDeployment, question: BaselineQuestion) {
    return this.inTurn(deployment, tools =>
      answerModelHealth(tools, deployment, question, this.options),
    );
  }

  slices(deployment: MonitoredDeployment, question: SliceQuestion) {
    return this.inTurn(deployment, tools =>
      answerSlices(tools, deployment, question),
    );
  }

  comparison(deployment: MonitoredDeployment, question: ComparisonQuestion) {
    return this.inTurn(deployment, tools =>
      answerComparison(tools, deployment, question),
    );
  }

  disagreements(
    deployment: MonitoredDeployment,
    question: ComparisonQuestion & { limit: number },
  ) {
    return this.inTurn(deployment, tools =>
      answerDisagreements(tools, deployment, question),
    );
  }

  changes(deployment: MonitoredDeployment, question: SourceQuestion) {
    return this.inTurn(deployment, tools =>
      answerChanges(tools, deployment, question),
    );
  }

  discover(
    deployment: MonitoredDeployment,
    question: { signal: AbortSignal; withExamples: boolean },
  ) {
    return this.inTurn(deployment, tools =>
      answerDiscovery(tools, deployment, question),
    );
  }

  private inTurn<T>(
    deployment: MonitoredDeployment,
    work: (tools: DuckDbTools) => Promise<T>,
  ): Promise<T> {
    return this.tools.engine.inGroup(deployment.entityRef, () =>
      work(this.tools),
    );
  }
}
