import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  mlMaturityAttestPermission,
  mlMaturityReadPermission,
  mlMaturityWaivePermission,
  mlMaturityWaiverRequestPermission,
  waiverDecisionSchema,
  waiverRequestSchema,
} from '@airworthy/plugin-ml-maturity-common';
import express, { Request } from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import {
  audited,
  EntityAccess,
  parseInput,
} from '@airworthy/plugin-ml-models-node';
import { AttestationService } from '../answers/AttestationService';
import { WaiverService } from '../answers/WaiverService';
import { AttestationStore } from '../database/AttestationStore';
import { DraftStore } from '../database/DraftStore';
import { RubricService } from '../rubrics/RubricService';
import { SCORECARD_PATH, addressOf, refOf, rubricOf } from './scorecardRequest';

const DRAFT_BYTES = 50_000;

const withdrawQuery = z.object({ previousId: z.string().max(100).optional() });
const revokeQuery = z.object({ waiverId: z.string().max(100).optional() });
const draftInput = z.strictObject({
  answer: z
    .record(z.string().max(63), z.json())
    .refine(value => JSON.stringify(value).length <= DRAFT_BYTES, {
      error: `at most ${DRAFT_BYTES} characters`,
    }),
  revision: z.string().max(100).nullable().optional(),
});
const discardQuery = z.object({ revision: z.string().max(100).optional() });

interface Options {
  rubrics: RubricService;
  attestations: AttestationStore;
  drafts: DraftStore;
  attestationService: AttestationService;
  waiverService: WaiverService;
  access: EntityAccess;
  attestBy: 'owners' | 'anyone';
  waiverDays: number;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}

/** Routes of what people say about an entity: answers, drafts of them, and waivers. */
export function createAnswerRouter(options: Options): express.Router {
  const { access, rubrics, httpAuth } = options;
  const router = Router();
  const path = SCORECARD_PATH;

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

  // Who may not, or asks for what is not there, is on record too.
  const record = <T>(
    req: Request,
    eventId: string,
    action: () => Promise<T>,
    more: JsonObject = {},
  ) =>
    audited(
      options.auditor,
      req,
      {
        eventId,
        meta: {
          entityRef: refOf(req),
          checkId: req.params.checkId,
          rubricId: rubricOf(req) ?? rubrics.get().compiled.rubric.metadata.id,
          ...more,
        },
      },
      action,
    );

  router.put(`${path}/checks/:checkId/attestation`, async (req, res) => {
    const attestation = await record(req, 'attestation-give', async () => {
      const { entityRef, by } = await toAnswer(req);
      const address = addressOf(rubrics, entityRef, req);
      return options.attestationService.attest(address, req.body, by);
    });
    res.json(attestation);
  });

  router.delete(`${path}/checks/:checkId/attestation`, async (req, res) => {
    await record(req, 'attestation-withdraw', async () => {
      const { entityRef, by } = await toAnswer(req);
      const address = addressOf(rubrics, entityRef, req);
      const { previousId } = parseInput(withdrawQuery, req.query, 'query');
      await options.attestationService.withdraw(address, by, previousId);
    });
    res.status(204).end();
  });

  const toWaive = async (req: Request) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const entity = await access.readable(credentials, refOf(req));
    const entityRef = stringifyEntityRef(entity);
    const address = addressOf(rubrics, entityRef, req);
    return { credentials, address, by: credentials.principal.userEntityRef };
  };
  const request = async (req: Request) => {
    const { credentials, address, by } = await toWaive(req);
    await access.requireOn(
      credentials,
      mlMaturityWaiverRequestPermission,
      address.entityRef,
    );
    const limits = { maxDays: options.waiverDays };
    const input = parseInput(waiverRequestSchema(new Date(), limits), req.body);
    return options.waiverService.request(address, input, by);
  };
  const decide = async (req: Request) => {
    const { credentials, address, by } = await toWaive(req);
    await access.require(credentials, mlMaturityWaivePermission);
    const input = parseInput(waiverDecisionSchema, req.body);
    return options.waiverService.decide(address, input, by);
  };

  router.put(`${path}/checks/:checkId/waiver`, async (req, res) => {
    const { action, waiverId } = req.body ?? {};
    const waiver =
      action === 'request'
        ? await record(req, 'waiver-request', () => request(req))
        : await record(req, 'waiver-decide', () => decide(req), {
            action: String(action).slice(0, 30),
            waiverId: String(waiverId).slice(0, 100),
          });
    res.json(waiver);
  });

  router.delete(`${path}/checks/:checkId/waiver`, async (req, res) => {
    await record(req, 'waiver-revoke', async () => {
      const { credentials, address, by } = await toWaive(req);
      await access.require(credentials, mlMaturityWaivePermission);
      const { waiverId } = parseInput(revokeQuery, req.query, 'query');
      await options.waiverService.revoke(address, by, waiverId);
    });
    res.status(204).end();
  });

  router.get(`${path}/assessment`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    await access.require(credentials, mlMaturityReadPermission);
    const entity = await access.readable(credentials, refOf(req));
    const entityRef = stringifyEntityRef(entity);
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
    const draft = await record(req, 'assessment-save', async () => {
      const { entityRef, by } = await toAnswer(req);
      const address = addressOf(rubrics, entityRef, req);
      const { answer, revision } = parseInput(draftInput, req.body);
      return options.drafts.save(
        address,
        { answer, author: by, now: new Date() },
        revision,
      );
    });
    res.json(draft);
  });

  router.delete(`${path}/assessment/:checkId`, async (req, res) => {
    await record(req, 'assessment-delete', async () => {
      const { entityRef } = await toAnswer(req);
      const address = addressOf(rubrics, entityRef, req);
      const { revision } = parseInput(discardQuery, req.query, 'query');
      if (!(await options.drafts.remove(address, revision))) {
        throw new NotFoundError(
          `${entityRef} has no draft of an answer to "${address.checkId}"`,
        );
      }
    });
    res.status(204).end();
  });

  return router;
}
