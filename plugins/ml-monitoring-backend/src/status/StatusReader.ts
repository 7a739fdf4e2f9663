import {
  DeploymentStatus,
  HealthCheck,
  SourceState,
  sortChecks,
} from '@airworthy/plugin-ml-monitoring-common';
import { KnownDeployment } from '../catalog/DeploymentReader';
import { FailureStore } from '../database/FailureStore';
import { MuteStore } from '../database/MuteStore';
import { StatusHistoryStore } from '../database/StatusHistoryStore';
import { StatusStore } from '../database/StatusStore';
import { SourceRegistry } from '../sources/SourceRegistry';
import { withMutes } from './DeploymentTimeline';
import { GroupStates, checksOf } from './groupStates';
import { hoursUpTo } from './hours';

const CHANGES = 200;
const HOURS = 14 * 24;

interface StatusReaderOptions {
  registry: SourceRegistry;
  statuses: StatusStore;
  history: StatusHistoryStore;
  mutes: MuteStore;
  failures: FailureStore;
}

/** Tells the health of a deployment as its last evaluation left it. */
export class StatusReader {
  readonly #options: StatusReaderOptions;

  constructor(options: StatusReaderOptions) {
    this.#options = options;
  }

  async read(deployment: KnownDeployment): Promise<DeploymentStatus> {
    const { statuses, history, mutes } = this.#options;
    const { entityRef } = deployment;
    const now = new Date();
    const from = new Date(now.getTime() - HOURS * 3_600_000);
    const [stored, inForce, changes, hours] = await Promise.all([
      statuses.get(entityRef),
      mutes.of(entityRef, now),
      history.changesOf(entityRef, CHANGES),
      history.hoursOf(entityRef, from),
    ]);
    const status = stored?.status ?? 'unknown';
    const checks: HealthCheck[] = withMutes(
      checksOf(stored?.groups ?? {}),
      inForce,
    );
    // Days are stored up to their end; the hours to come are not known yet.
    const past = hours.filter(({ at }) => Date.parse(at) <= now.getTime());
    return {
      entityRef,
      status,
      since: stored?.since,
      evaluatedAt: stored?.evaluatedAt,
      reason: stored ? stored.reason : 'Not evaluated yet',
      checks: sortChecks(checks),
      mutes: inForce,
      sources: await this.#sources(deployment, stored?.groups ?? {}),
      changes,
      hours: hoursUpTo(past, status, now, HOURS),
    };
  }

  async #sources(
    { monitored, entityRef }: KnownDeployment,
    groups: GroupStates,
  ): Promise<SourceState[]> {
    const failures = await this.#options.failures.of(entityRef);
    const fresh = Object.values(groups).flatMap(group => group.fresh);
    return this.#options.registry
      .statesOf(monitored)
      .map(({ source, capabilities }): SourceState => {
        const isIt = (other: SourceState['source']) =>
          other.type === source.type && other.name === source.name;
        const failure = failures.find(one => isIt(one.source));
        const freshAt = fresh
          .filter(one => isIt(one.source))
          .map(({ at }) => at)
          .sort((a, b) => Date.parse(b) - Date.parse(a))[0];
        return {
          source,
          capabilities,
          ...(failure && {
            failure: {
              source,
              kind: failure.kind,
              message: failure.message,
              since: failure.since,
            },
          }),
          ...(freshAt && { freshAt }),
        };
      });
  }
}
