import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  computeScorecard,
  mlMaturityAttestPermission,
  mlMaturityReadPermission,
  mlMaturityWaivePermission,
  mlMaturityWaiverRequestPermission,
  nextBestActions,
  waiverDecisionSchema,
  waiverRequestSchema,
} from '@airworthy/plugin-ml-maturity-common';
import express, { Request } from 'express';
import Router from 'express-promise-router';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { EntityAccess } from '../access/EntityAccess';
import { AttestationService, checkOf } from '../answers/AttestationService';
import { WaiverService } from '../answers/WaiverService';
import { AttestationStore, CheckAddress } from '../database/AttestationStore';
import { DraftStore } from '../database/DraftStore';
import { FactStore } from '../database/FactStore';
import { HistoryStore } from '../database/HistoryStore';
import { ScorecardStore } from '../database/ScorecardStore';
import { StoredWaiver, WaiverStore } from '../database/WaiverStore';
import { dayOf } from '../database/moments';
import { RubricService } from '../rubrics/RubricService';
import { audited } from './audited';
import { parseInput } from './parseInput';
import { withAgesOf } from './withAgesOf';

const DEFAULT_DAYS = 90;
const MAX_DAYS = 1_100;
const DRAFT_BYTES = 50_000;

const historyQuery = z.object({
  rubric: z.string().max(63).optional(),
  checkId: z.string().max(100).optional(),
  days: z.coerce.number().int().min(1).max(MAX_DAYS).default(DEFAULT_DAYS),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  before: z.coerce.number().int().positive().optional(),
});
const withdrawQuery = z.object({ previousId: z.string().max(100).optional() });
const revokeQuery = z.object({ waiverId: z.string().max(100).optional() });
const draftInput = z.strictObject({
  answer: z
    .record(z.string().max(63), z.json())
    .refine(value => JSON.stringify(value).length <= DRAFT_BYTES, {
      error: `at most ${DRAFT_BYTES} characters`,
    }),
});

interface Options {
  rubrics: RubricService;
  scorecards: ScorecardStore;
  facts: FactStore;
  history: HistoryStore;
  attestations: AttestationStore;
  waivers: WaiverStore;
  drafts: DraftStore;
  attestationService: AttestationService;
  waiverService: WaiverService;
  access: EntityAccess;
  attestBy: 'owners' | 'anyone';
  waiverDays: number;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}

function refOf({ params }: Request): string {
  const { kind, namespace, name } = params;
  return stringifyEntityRef({ kind, namespace, name });
}

/** What is stored, without what the answer says above it. */
function withoutAddress<T extends { entityRef: string; rubricId: string }>({
  entityRef,
  rubricId,
  ...others
}: T) {
  return others;
}

function rubricOf({ query }: Request): string | undefined {
  return typeof query.rubric === 'string' ? query.rubric : undefined;
}

/** Routes of one entity's scorecard: its results, history, answers and waivers. */
export function createScorecardRouter(options: Options): express.Router {
  const { access, rubrics, httpAuth } = options;
  const router = Router();
  const path = '/scorecards/:kind/:namespace/:name';

  const toRead = async (req: Request) => {
    const credentials = await httpAuth.credentials(req);
    await access.require(credentials, mlMaturityReadPermission);
    const entity = await access.readable(credentials, refOf(req));
    return { entity, entityRef: stringifyEntityRef(entity) };
  };
  const addressOf = (entityRef: string, req: Request): CheckAddress => {
    const { compiled } = rubrics.get(rubricOf(req));
    const rubricId = compiled.rubric.metadata.id;
    const { checkId } = req.params;
    checkOf(compiled, checkId);
    return { entityRef, rubricId, checkId };
  };
  const toAnswer = async (req: Request) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const entity = await access.readable(credentials, refOf(req));
    const entityRef = stringifyEntityRef(entity);
    await access.requireOn(credentials, mlMaturityAttestPermission, entityRef);
    if (options.attestBy === 'owners') {
      await access.requireOwner(credentials, entity);
    }
    return { entityRef, by: credentials.principal.userEntityRef };
  };

  router.get(path, async (req, res) => {
    const { entity, entityRef } = await toRead(req);
    const wanted = rubricOf(req);
    const evaluatedBy = await options.scorecards.rubricsOf(entityRef);
    const first = rubrics
      .all()
      .map(({ compiled }) => compiled.rubric.metadata.id)
      .find(id => evaluatedBy.includes(id));
    const { compiled, problems } = rubrics.get(wanted ?? first);
    const rubricId = compiled.rubric.metadata.id;
    const scorecard = await options.scorecards.get(entityRef, rubricId);
    if (!scorecard) {
      throw new NotFoundError(
        `${entityRef} has no scorecard by rubric ${rubricId}: it was not evaluated yet, or the rubric does not apply to it`,
      );
    }
    const facts =
      (await options.facts.factsOf([entityRef])).get(entityRef) ?? {};
    const results = withAgesOf(facts, scorecard.results);
    res.json({
      entityRef,
      rubric: {
        id: rubricId,
        title: compiled.rubric.metadata.title,
        version: compiled.rubric.metadata.version,
        digest: compiled.digest,
        current: scorecard.rubricDigest === compiled.digest,
        problems,
      },
      rubrics: evaluatedBy,
      track: scorecard.entity.track,
      evaluatedAt: scorecard.evaluatedAt,
      scorecard: computeScorecard(compiled, results),
      results,
      actions: nextBestActions(compiled, results, { entity }),
      collectors: Object.entries(facts).map(
        ([id, { collectedAt, failure }]) => ({
          id,
          collectedAt,
          failure,
        }),
      ),
    });
  });

  router.get(`${path}/history`, async (req, res) => {
    const { entityRef } = await toRead(req);
    const query = parseInput(historyQuery, req.query, 'query');
    const rubricId = rubrics.get(query.rubric).compiled.rubric.metadata.id;
    const since = DateTime.utc().minus({ days: query.days }).toJSDate();
    const [points, events] = await Promise.all([
      options.history.pointsOf(entityRef, rubricId, dayOf(since)),
      options.history.eventsOf(entityRef, rubricId, {
        checkId: query.checkId,
        since,
        limit: query.limit,
        before: query.before,
      }),
    ]);
    res.json({
      entityRef,
      rubricId,
      points: points.map(withoutAddress),
      events: events.map(withoutAddress),
    });
  });

  router.get(`${path}/checks/:checkId`, async (req, res) => {
    const { entityRef } = await toRead(req);
    const address = addressOf(entityRef, req);
    const [attestations, waivers] = await Promise.all([
      options.attestations.historyOf(address),
      options.waivers.historyOf(address),
    ]);
    res.json({ ...address, attestations, waivers });
  });

  router.put(`${path}/checks/:checkId/attestation`, async (req, res) => {
    const { entityRef, by } = await toAnswer(req);
    const address = addressOf(entityRef, req);
    const attestation = await audited(
      options.auditor,
      req,
      { eventId: 'attestation-give', meta: { ...address } },
      () => options.attestationService.attest(address, req.body, by),
    );
    res.json(attestation);
  });

  router.delete(`${path}/checks/:checkId/attestation`, async (req, res) => {
    const { entityRef, by } = await toAnswer(req);
    const address = addressOf(entityRef, req);
    const { previousId } = parseInput(withdrawQuery, req.query, 'query');
    await audited(
      options.auditor,
      req,
      { eventId: 'attestation-withdraw', meta: { ...address } },
      () => options.attestationService.withdraw(address, by, previousId),
    );
    res.status(204).end();
  });

  router.put(`${path}/checks/:checkId/waiver`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const entity = await access.readable(credentials, refOf(req));
    const entityRef = stringifyEntityRef(entity);
    const by = credentials.principal.userEntityRef;
    const address = addressOf(entityRef, req);
    if (req.body?.action === 'request') {
      await access.requireOn(
        credentials,
        mlMaturityWaiverRequestPermission,
        entityRef,
      );
      const input = parseInput(
        waiverRequestSchema(new Date(), { maxDays: options.waiverDays }),
        req.body,
      );
      const waiver = await audited(
        options.auditor,
        req,
        { eventId: 'waiver-request', meta: { ...address } },
        () => options.waiverService.request(address, input, by),
      );
      res.json(waiver);
      return;
    }
    await access.require(credentials, mlMaturityWaivePermission);
    const input = parseInput(waiverDecisionSchema, req.body);
    const waiver = await audited(
      options.auditor,
      req,
      {
        eventId: 'waiver-decide',
        meta: { ...address, action: input.action, waiverId: input.waiverId },
      },
      () => options.waiverService.decide(address, input, by),
    );
    const { current, ...decided } = withoutAddress(waiver as StoredWaiver);
    res.json(decided);
  });

  router.delete(`${path}/checks/:checkId/waiver`, async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const entity = await access.readable(credentials, refOf(req));
    await access.require(credentials, mlMaturityWaivePermission);
    const address = addressOf(stringifyEntityRef(entity), req);
    const by = credentials.principal.userEntityRef;
    const { waiverId } = parseInput(revokeQuery, req.query, 'query');
    await audited(
      options.auditor,
      req,
      { eventId: 'waiver-revoke', meta: { ...address } },
      () => options.waiverService.revoke(address, by, waiverId),
    );
    res.status(204).end();
  });

  router.get(`${path}/assessment`, async (req, res) => {
    const { entityRef } = await toRead(req);
    const rubricId = rubrics.get(rubricOf(req)).compiled.rubric.metadata.id;
    const [drafts, answers] = await Promise.all([
      options.drafts.of(entityRef, rubricId),
      options.attestations.currentOf(rubricId, [entityRef]),
    ]);
    res.json({
      entityRef,
      rubricId,
      drafts,
      attestations: answers.get(entityRef) ?? [],
    });
  });

  router.put(`${path}/assessment/:checkId`, async (req, res) => {
    const { entityRef, by } = await toAnswer(req);
    const address = addressOf(entityRef, req);
    const { answer } = parseInput(draftInput, req.body);
    await audited(
      options.auditor,
      req,
      { eventId: 'assessment-save', meta: { ...address } },
      () => options.drafts.save(address, answer, by, new Date()),
    );
    res.status(204).end();
  });

  return router;
}
