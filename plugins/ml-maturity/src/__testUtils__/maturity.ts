import {
  AssessmentDraftRecord,
  AttestationRecord,
  EntityFacts,
  MlMaturityApi,
  ScorecardAnswer,
  ScorecardResponse,
  WaiverRecord,
  attestationExpiry,
  attestationInputSchema,
  compileRubric,
  computeScorecard,
  decideWaiver,
  evaluate,
  nextBestActions,
  validateRubric,
} from '@airworthy/plugin-ml-maturity-common';
import { Entity } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { smallRubric } from './smallRubric';

export const flightDelay: Entity = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: {
    name: 'flight-delay',
    namespace: 'default',
    title: 'Flight delay',
  },
  spec: { type: 'tabular-classification', owner: 'group:default/delays' },
};

const REF = 'mlmodel:default/flight-delay';
const HOUR = 3_600_000;

/** Facts that were collected an hour ago. */
export function facts(): EntityFacts {
  const collectedAt = new Date(Date.now() - HOUR).toISOString();
  return {
    model: { collectedAt, values: { card: { intendedUse: true } } },
    deployments: { collectedAt, values: { newest: { hasPlan: false } } },
    repository: {
      collectedAt,
      values: { ci: true },
      failure: {
        message: 'the host did not answer',
        at: new Date(Date.now() - HOUR / 2).toISOString(),
      },
    },
  };
}

async function refusal(status: number, name: string, message: string) {
  const response = {
    ok: false,
    redirected: false,
    type: 'default' as const,
    url: 'http://maturity.example',
    status,
    statusText: name,
    headers: new Headers({ 'content-type': 'application/json' }),
    text: async () =>
      JSON.stringify({
        error: { name, message },
        response: { statusCode: status },
      }),
  };
  return ResponseError.fromResponse(response as never);
}

/** A maturity backend in memory, with the engine that the real one has. */
export class FakeMaturity {
  readonly compiled;
  attestations: AttestationRecord[] = [];
  waivers: WaiverRecord[] = [];
  drafts: AssessmentDraftRecord[] = [];
  me = 'user:default/ada';
  capabilities = {
    read: true,
    attest: true,
    requestWaiver: true,
    waive: true,
    manageCampaigns: true,
    waiverDays: 366,
    evaluate: true,
  };
  #ids = 0;

  constructor() {
    const result = validateRubric(smallRubric);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    this.compiled = compileRubric(result.rubric);
  }

  scorecard(): ScorecardResponse {
    const all = facts();
    const of = <T extends { checkId: string; current: boolean }>(list: T[]) =>
      Object.fromEntries(
        list.filter(({ current }) => current).map(item => [item.checkId, item]),
      );
    const { results } = evaluate(this.compiled, {
      entity: flightDelay,
      track: 'startup',
      facts: all,
      attestations: of(this.attestations),
      waivers: of(this.waivers),
      now: new Date(),
    });
    return {
      state: 'evaluated',
      entityRef: REF,
      rubric: {
        id: 'small',
        title: 'Small rubric',
        version: '1.0.0',
        digest: this.compiled.digest,
        current: true,
        problems: [],
      },
      rubrics: ['small'],
      track: 'startup',
      evaluatedAt: new Date().toISOString(),
      scorecard: computeScorecard(this.compiled, results),
      results,
      actions: nextBestActions(this.compiled, results, { entity: flightDelay }),
      collectors: Object.entries(all).map(([id, { collectedAt, failure }]) => ({
        id,
        collectedAt,
        failure,
      })),
    };
  }

  /** Somebody answers, as another reader would. */
  answer(checkId: string, by: string, body: unknown): AttestationRecord {
    const check = this.compiled.rubric.checks.find(({ id }) => id === checkId)!;
    const now = new Date();
    const input = attestationInputSchema(check.attestation!, now).parse(body);
    this.attestations = this.attestations.map(item =>
      item.checkId === checkId ? { ...item, current: false } : item,
    );
    const record: AttestationRecord = {
      id: `answer-${++this.#ids}`,
      entityRef: REF,
      rubricId: 'small',
      checkId,
      current: true,
      answer: input.answer,
      fields: input.fields as AttestationRecord['fields'],
      evidence: input.evidence,
      comment: input.comment,
      author: by,
      createdAt: now.toISOString(),
      expiresAt: attestationExpiry(check.attestation!, input, now),
    };
    this.attestations.push(record);
    this.drafts = this.drafts.filter(draft => draft.checkId !== checkId);
    return record;
  }

  readonly api = {
    getRubrics: jest.fn(async () => ({
      items: [
        {
          rubric: this.compiled.rubric,
          digest: this.compiled.digest,
          source: 'default',
          loadedAt: new Date().toISOString(),
          problems: [],
        },
      ],
    })),
    getCapabilities: jest.fn(async () => this.capabilities),
    getScorecard: jest.fn(
      async (): Promise<ScorecardAnswer> => this.scorecard(),
    ),
    getHistory: jest.fn(async () => ({
      entityRef: REF,
      rubricId: 'small',
      points: [],
      events: [],
    })),
    getCheckRecords: jest.fn(async ({ checkId }) => ({
      entityRef: REF,
      rubricId: 'small',
      checkId,
      attestations: this.attestations.filter(item => item.checkId === checkId),
      waivers: this.waivers.filter(item => item.checkId === checkId),
    })),
    getAssessment: jest.fn(async () => ({
      entityRef: REF,
      rubricId: 'small',
      drafts: this.drafts,
      attestations: this.attestations.filter(({ current }) => current),
    })),
    saveDraft: jest.fn(async ({ checkId, answer, revision }) => {
      const newest = this.drafts.find(known => known.checkId === checkId);
      if (revision !== undefined && revision !== (newest?.revision ?? null)) {
        throw await refusal(409, 'ConflictError', 'saved meanwhile');
      }
      const draft = {
        checkId,
        answer,
        author: this.me,
        savedAt: new Date().toISOString(),
        revision: `draft-${++this.#ids}`,
      };
      this.drafts = [
        ...this.drafts.filter(known => known.checkId !== checkId),
        draft,
      ];
      return draft;
    }),
    deleteDraft: jest.fn(async ({ checkId }) => {
      this.drafts = this.drafts.filter(known => known.checkId !== checkId);
    }),
    putAttestation: jest.fn(async ({ checkId, attestation }) => {
      const newest = this.attestations.find(
        item => item.checkId === checkId && item.current,
      );
      const { previousId } = attestation;
      if (previousId !== undefined && previousId !== (newest?.id ?? null)) {
        throw await refusal(409, 'ConflictError', 'answered meanwhile');
      }
      return this.answer(checkId, this.me, attestation);
    }),
    deleteAttestation: jest.fn(async ({ checkId }) => {
      this.attestations = this.attestations.map(item =>
        item.checkId === checkId ? { ...item, current: false } : item,
      );
    }),
    putWaiver: jest.fn(async ({ checkId, waiver }) => {
      const known = this.waivers.find(item => item.checkId === checkId);
      const record: WaiverRecord =
        waiver.action === 'request' || !known
          ? {
              id: `waiver-${++this.#ids}`,
              entityRef: REF,
              rubricId: 'small',
              checkId,
              current: true,
              decision: 'requested',
              reason: waiver.reason,
              requestedBy: this.me,
              requestedAt: new Date().toISOString(),
              expiresAt: waiver.expiresAt,
            }
          : {
              ...known,
              ...decideWaiver(
                known,
                { ...waiver, by: this.me },
                { now: new Date(), selfApproval: true },
              ),
            };
      this.waivers = [
        record,
        ...this.waivers.filter(item => item.checkId !== checkId),
      ];
      return record;
    }),
    listScorecards: jest.fn(),
  };

  /** For what takes the whole client. */
  get client(): MlMaturityApi {
    return this.api as unknown as MlMaturityApi;
  }

  refuse = refusal;
}
