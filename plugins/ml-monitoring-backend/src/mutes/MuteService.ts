import { InputError, NotFoundError } from '@backstage/errors';
import { CheckMute } from '@airworthy/plugin-ml-monitoring-common';
import { z } from 'zod';
import { KnownDeployment } from '../catalog/DeploymentReader';
import { MlMonitoringConfig } from '../config';
import { MuteStore } from '../database/MuteStore';
import { StatusStore } from '../database/StatusStore';
import { StatusEvaluator } from '../status/StatusEvaluator';
import { checksOf } from '../status/groupStates';

const DAY_MS = 86_400_000;

/** What a caller says of a mute. */
export const muteInput = z.strictObject({
  until: z.iso.datetime({
    offset: true,
    error: 'a moment such as "2026-06-01T00:00:00Z"',
  }),
  reason: z.string().trim().min(1).max(1_000),
});

interface MuteServiceOptions {
  mutes: MuteStore;
  statuses: StatusStore;
  evaluator: StatusEvaluator;
  config: Pick<MlMonitoringConfig, 'mutes'>;
}

/** Leaves checks out of the status of a deployment until a time. */
export class MuteService {
  readonly #options: MuteServiceOptions;

  constructor(options: MuteServiceOptions) {
    this.#options = options;
  }

  /**
   * @throws InputError where the time is not ahead, or too far.
   * @throws NotFoundError where the deployment has no such check.
   */
  async mute(
    deployment: KnownDeployment,
    checkId: string,
    input: z.output<typeof muteInput>,
    by: string,
  ): Promise<CheckMute> {
    const { mutes, config } = this.#options;
    const now = new Date();
    const until = Date.parse(input.until);
    if (until <= now.getTime()) {
      throw new InputError(
        `until: expected a moment that is ahead, was "${input.until}"`,
      );
    }
    const { maxDays } = config.mutes;
    if (until > now.getTime() + maxDays * DAY_MS) {
      throw new InputError(
        `until: expected a moment within ${maxDays} days, was "${input.until}"`,
      );
    }
    await this.#requireCheck(deployment.entityRef, checkId);
    const mute: CheckMute = {
      checkId,
      until: new Date(until).toISOString(),
      reason: input.reason,
      by,
      createdAt: now.toISOString(),
    };
    await mutes.put(deployment.entityRef, mute);
    await this.#apply(deployment);
    return mute;
  }

  /** @throws NotFoundError where the check is not muted. */
  async unmute(deployment: KnownDeployment, checkId: string): Promise<void> {
    const { mutes } = this.#options;
    if (!(await mutes.remove(deployment.entityRef, checkId))) {
      throw new NotFoundError(
        `The check ${checkId} of ${deployment.entityRef} is not muted`,
      );
    }
    await this.#apply(deployment);
  }

  async #requireCheck(entityRef: string, checkId: string): Promise<void> {
    const stored = await this.#options.statuses.get(entityRef);
    const known = checksOf(stored?.groups ?? {});
    if (!known.some(({ id }) => id === checkId)) {
      throw new NotFoundError(`${entityRef} has no check ${checkId}`);
    }
  }

  /** The status without what is muted; nobody is told of what was done by hand. */
  async #apply(deployment: KnownDeployment): Promise<void> {
    await this.#options.evaluator.evaluate(deployment, {
      signal: new AbortController().signal,
      withoutWindows: true,
      isSilent: true,
    });
  }
}
