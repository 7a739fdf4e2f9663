import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  RUBRIC_LIMITS,
  mlMaturityEvaluatePermission,
  mlMaturityReadPermission,
  rubricPatchSchema,
} from '@airworthy/plugin-ml-maturity-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { EntityAccess, parseInput } from '@airworthy/plugin-ml-models-node';
import { GateService } from '../gate/GateService';
import { WhatIfService } from '../whatif/WhatIfService';
import { entityRefInput } from './createEvaluationRouter';
import { filterBody } from './portfolioQuery';

const FACTS_BYTES = 100_000;

const gateInput = z
  .strictObject({
    entityRef: entityRefInput(),
    rubric: z.string().min(1).max(63).optional(),
    level: z.number().int().min(0).max(100).optional(),
    checks: z.array(z.string().min(1).max(100)).min(1).max(500).optional(),
    facts: z
      .record(z.string().max(63), z.record(z.string().max(63), z.json()))
      .refine(facts => JSON.stringify(facts).length <= FACTS_BYTES, {
        error: `at most ${FACTS_BYTES} characters`,
      })
      .optional(),
    refresh: z.boolean().optional(),
  })
  .refine(({ level, checks }) => level !== undefined || checks !== undefined, {
    error: 'a level, checks or both',
  })
  .refine(({ facts, refresh }) => !(facts && refresh), {
    path: ['refresh'],
    error: 'no refresh beside facts, since a dry run writes nothing',
  });

const text = () => z.string().min(1).max(RUBRIC_LIMITS.text);
const whatIfInput = z
  .strictObject({
    rubric: z.string().min(1).max(63).optional(),
    document: text().optional(),
    // What is wrong within a patch is told as a problem of the rubric.
    patch: z.union([text(), z.looseObject({})]).optional(),
    filter: filterBody.optional(),
  })
  .refine(
    ({ document, patch }) => (document === undefined) !== (patch === undefined),
    { error: 'a document or a patch, not both' },
  );

/** Routes that judge without storing: a gate for pipelines, and trying an edited rubric. */
export function createAdoptionRouter(options: {
  access: EntityAccess;
  httpAuth: HttpAuthService;
  gate: GateService;
  whatIf: WhatIfService;
}): express.Router {
  const { access, httpAuth, gate, whatIf } = options;
  const router = Router();

  router.post('/gate', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    await access.require(credentials, mlMaturityReadPermission);
    const { entityRef, ...request } = parseInput(gateInput, req.body);
    if (request.refresh) {
      await access.require(credentials, mlMaturityEvaluatePermission);
    }
    const entity = await access.readable(credentials, entityRef);
    res.json(
      await gate.judge(entity, request as Parameters<typeof gate.judge>[1]),
    );
  });

  router.post('/what-if', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    await access.require(credentials, mlMaturityReadPermission);
    const request = parseInput(whatIfInput, req.body);
    const gone = new AbortController();
    res.on('close', () => gone.abort());
    res.json(
      await whatIf.compare(
        credentials,
        {
          ...request,
          patch: request.patch as
            | string
            | z.input<typeof rubricPatchSchema>
            | undefined,
        },
        gone.signal,
      ),
    );
  });

  return router;
}
