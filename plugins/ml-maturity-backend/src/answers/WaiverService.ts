import { randomUUID } from 'node:crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  Waiver,
  WaiverDecisionInput,
  WaiverRequest,
  decideWaiver,
  waiverState,
} from '@airworthy/plugin-ml-maturity-common';
import { CheckAddress } from '../database/checkAddress';
import { StoredWaiver, WaiverStore } from '../database/WaiverStore';
import { EvaluationService } from '../evaluation/EvaluationService';
import { RubricService } from '../rubrics/RubricService';
import { checkOf } from './AttestationService';

/** Takes requests for waivers and decisions on them. */
export class WaiverService {
  readonly #options: WaiverServiceOptions;

  constructor(options: WaiverServiceOptions) {
    this.#options = options;
  }

  /** Asks for a waiver; throws a `ConflictError` where one is asked for or in force. */
  async request(
    address: CheckAddress,
    input: WaiverRequest,
    by: string,
  ): Promise<Waiver> {
    const { store, rubrics } = this.#options;
    checkOf(rubrics.get(address.rubricId).compiled, address.checkId);
    const now = new Date();
    const newest = await store.newestOf(address);
    const state = newest && waiverState(newest, now);
    if (newest && (state === 'requested' || state === 'active')) {
      throw new ConflictError(
        `A waiver of "${address.checkId}" is ${state} already, asked for by ${newest.requestedBy} on ${newest.requestedAt}`,
      );
    }
    const waiver: Waiver = {
      id: randomUUID(),
      checkId: address.checkId,
      decision: 'requested',
      reason: input.reason,
      requestedBy: by,
      requestedAt: now.toISOString(),
      expiresAt: input.expiresAt,
    };
    await store.request(address, waiver, newest?.id);
    await this.#evaluate(address);
    return waiver;
  }

  /** Approves, refuses or revokes; throws a `ConflictError` where a newer waiver is there. */
  async decide(
    address: CheckAddress,
    input: WaiverDecisionInput,
    by: string,
  ): Promise<Waiver> {
    const waiver = await this.#newest(address);
    if (waiver.id !== input.waiverId) {
      throw new ConflictError(
        `waiverId: expected "${waiver.id}", asked for by ${waiver.requestedBy} on ${waiver.requestedAt}, was "${input.waiverId}"`,
      );
    }
    return this.#decide(address, waiver, { ...input, by });
  }

  /** Revokes the waiver of a check, or the one that is named and no newer one. */
  async revoke(
    address: CheckAddress,
    by: string,
    waiverId?: string,
  ): Promise<Waiver> {
    if (waiverId !== undefined) {
      return this.decide(address, { action: 'revoke', waiverId }, by);
    }
    const waiver = await this.#newest(address);
    return this.#decide(address, waiver, { action: 'revoke', by });
  }

  async #newest(address: CheckAddress): Promise<StoredWaiver> {
    const waiver = await this.#options.store.newestOf(address);
    if (!waiver) {
      throw new NotFoundError(
        `${address.entityRef} has no waiver of "${address.checkId}"`,
      );
    }
    return waiver;
  }

  async #decide(
    address: CheckAddress,
    waiver: StoredWaiver,
    decision: Parameters<typeof decideWaiver>[1],
  ): Promise<Waiver> {
    const { entityRef, rubricId, current, ...plain } = waiver;
    const decided = decideWaiver(plain, decision, {
      now: new Date(),
      selfApproval: this.#options.selfApproval,
    });
    await this.#options.store.decide(waiver, decided);
    await this.#evaluate(address);
    return decided;
  }

  async #evaluate(address: CheckAddress): Promise<void> {
    await this.#options.evaluations.evaluateNow(address.entityRef, 'waiver');
  }
}

interface WaiverServiceOptions {
  rubrics: RubricService;
  store: WaiverStore;
  evaluations: EvaluationService;
  /** Whether who asked for a waiver may approve it too. */
  selfApproval: boolean;
}
