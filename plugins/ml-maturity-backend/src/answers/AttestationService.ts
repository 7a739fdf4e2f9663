import { randomUUID } from 'node:crypto';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  Attestation,
  CompiledRubric,
  RubricCheck,
  attestationExpiry,
  attestationInputSchema,
} from '@airworthy/plugin-ml-maturity-common';
import { parseInput } from '@airworthy/plugin-ml-models-node';
import { AttestationStore } from '../database/AttestationStore';
import { CheckAddress } from '../database/checkAddress';
import { DraftStore } from '../database/DraftStore';
import { EvaluationService } from '../evaluation/EvaluationService';
import { RubricService } from '../rubrics/RubricService';

/** The check of an id; throws a `NotFoundError` that names the rubric. */
export function checkOf(
  { rubric, checkIndex }: CompiledRubric,
  checkId: string,
): RubricCheck {
  const index = checkIndex.get(checkId);
  if (index === undefined) {
    throw new NotFoundError(
      `checkId: rubric ${rubric.metadata.id} has no check "${checkId}"`,
    );
  }
  return rubric.checks[index];
}

/** Takes answers of people and evaluates what they are for. */
export class AttestationService {
  readonly #options: AttestationServiceOptions;

  constructor(options: AttestationServiceOptions) {
    this.#options = options;
  }

  /**
   * Stores an answer and evaluates the entity before it returns, so that the
   * next read shows the new result.
   *
   * @throws InputError that names the field for an answer the check does not take.
   * @throws ConflictError where somebody answered meanwhile.
   */
  async attest(
    address: CheckAddress,
    body: unknown,
    author: string,
  ): Promise<Attestation> {
    const { rubrics, store, drafts, evaluations } = this.#options;
    const check = checkOf(
      rubrics.get(address.rubricId).compiled,
      address.checkId,
    );
    const question = check.attestation;
    if (!question) {
      throw new InputError(
        `checkId: "${check.id}" asks no question; it is decided by facts alone`,
      );
    }
    const now = new Date();
    const input = parseInput(attestationInputSchema(question, now), body);
    const attestation: Attestation = {
      id: randomUUID(),
      checkId: check.id,
      answer: input.answer,
      fields: input.fields as Attestation['fields'],
      evidence: input.evidence,
      comment: input.comment,
      author,
      createdAt: now.toISOString(),
      expiresAt: attestationExpiry(question, input, now),
    };
    await store.add(address, attestation, input.previousId);
    await drafts.remove(address);
    await evaluations.evaluateNow(address.entityRef, 'attestation');
    return attestation;
  }

  /**
   * Withdraws the answer that counts.
   *
   * @param previousId - The answer that the caller saw, so that a newer one is not withdrawn unseen.
   * @throws NotFoundError where there is none.
   * @throws ConflictError where somebody answered meanwhile.
   */
  async withdraw(
    address: CheckAddress,
    by: string,
    previousId?: string,
  ): Promise<void> {
    const { rubrics, store, evaluations } = this.#options;
    checkOf(rubrics.get(address.rubricId).compiled, address.checkId);
    if (!(await store.withdraw(address, by, new Date(), previousId))) {
      throw new NotFoundError(
        `${address.entityRef} has no answer to "${address.checkId}" that counts`,
      );
    }
    await evaluations.evaluateNow(address.entityRef, 'attestation');
  }
}

interface AttestationServiceOptions {
  rubrics: RubricService;
  store: AttestationStore;
  drafts: DraftStore;
  evaluations: EvaluationService;
}
