import { ConflictError } from '@backstage/errors';
import {
  MonitoredDeployment,
  MonitoringCapability,
  MonitoringSource,
} from '@airworthy/plugin-ml-monitoring-node';

/** The sources that modules added. */
export class SourceRegistry {
  readonly #sources: readonly MonitoringSource[];

  private constructor(sources: readonly MonitoringSource[]) {
    this.#sources = sources;
  }

  /** @throws ConflictError where two sources have the same type. */
  static create(sources: readonly MonitoringSource[]): SourceRegistry {
    const types = new Set<string>();
    for (const { type } of sources) {
      if (types.has(type)) {
        throw new ConflictError(
          `Two sources of the type "${type}" were added to ml-monitoring; each needs a type of its own`,
        );
      }
      types.add(type);
    }
    return new SourceRegistry([...sources]);
  }

  all(): readonly MonitoringSource[] {
    return this.#sources;
  }

  /** The sources that answer a kind of question about a deployment. */
  with(
    capability: MonitoringCapability,
    deployment: MonitoredDeployment,
  ): MonitoringSource[] {
    return this.#sources.filter(source =>
      source.capabilities(deployment).includes(capability),
    );
  }

  /** The sources that a deployment names, with what they answer. */
  statesOf(deployment: MonitoredDeployment) {
    return this.#sources.flatMap(source => {
      const capabilities = source.capabilities(deployment);
      if (!capabilities.length) return [];
      const name = source.nameFor(deployment);
      return [{ source: { type: source.type, name }, capabilities }];
    });
  }
}
