import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { isMlDeployment } from '@airworthy/plugin-ml-models-common';
import { JudgedDeployment } from '@airworthy/plugin-ml-monitoring-common';
import { MonitoredDeployment } from '@airworthy/plugin-ml-monitoring-node';
import { EntityAccess } from '@airworthy/plugin-ml-models-node';
import { MlMonitoringConfig } from '../config';
import { KnownModel, ModelReader } from './ModelReader';
import { CatalogDeployment, readDeployment, toMonitored } from './deploymentOf';

/** A deployment with all that questions and judgements need. */
export interface KnownDeployment extends CatalogDeployment {
  monitored: MonitoredDeployment;
  judged: JudgedDeployment;
}

/** Puts together what is known of a deployment and of its model. */
export function knownDeployment(
  deployment: CatalogDeployment,
  model: KnownModel,
  thresholds: MlMonitoringConfig['thresholds'],
): KnownDeployment {
  const monitored = toMonitored(deployment, model);
  const stable = monitored.variants.find(({ role }) => role === 'stable');
  return {
    ...deployment,
    monitored,
    judged: {
      task: model.task,
      monitoring: monitored.monitoring,
      variants: monitored.variants,
      config: thresholds[model.task],
      stableVersion: model.versions.find(
        ({ version }) => version === stable?.version,
      ),
    },
  };
}

/** Reads a deployment as its caller may see it. */
export class DeploymentReader {
  readonly #access: EntityAccess;
  readonly #models: ModelReader;
  readonly #thresholds: MlMonitoringConfig['thresholds'];

  constructor(options: {
    access: EntityAccess;
    models: ModelReader;
    config: Pick<MlMonitoringConfig, 'thresholds'>;
  }) {
    this.#access = options.access;
    this.#models = options.models;
    this.#thresholds = options.config.thresholds;
  }

  /** @throws NotFoundError where there is none, or the caller may not read it. */
  async read(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<KnownDeployment> {
    const entity = await this.#access.readable(credentials, entityRef);
    if (!isMlDeployment(entity)) {
      throw new NotFoundError(`There is no deployment ${entityRef}`);
    }
    const deployment = readDeployment(entity);
    const model = await this.#models.one(deployment.facts.model);
    return knownDeployment(deployment, model, this.#thresholds);
  }
}
