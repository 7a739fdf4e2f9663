import {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  decisionRequestSchema,
  mlDeploymentReadPermission,
} from '@airworthy/plugin-ml-deployment-common';
import express, { Request } from 'express';
import Router from 'express-promise-router';
import {
  EntityAccess,
  audited,
  parseInput,
} from '@airworthy/plugin-ml-models-node';
import { DecisionService } from '../decisions/DecisionService';
import { readDeployment } from '../deployments/readDeployment';
import { ReviewService } from '../review/ReviewService';
import { DEPLOYMENT_PATH, refOf, signalOf } from './deploymentRequest';

interface Options {
  access: EntityAccess;
  auditor: AuditorService;
  decisionService: DecisionService;
  httpAuth: HttpAuthService;
  reviews: ReviewService;
}

const shortText = (value: unknown, max: number) =>
  value === undefined ? null : String(value).slice(0, max);

/** Routes of the rollout of a deployment: reviewing and deciding. */
export function createReviewRouter(options: Options): express.Router {
  const { access, auditor, decisionService, httpAuth, reviews } = options;
  const router = Router();
  const path = DEPLOYMENT_PATH;

  const readable = async (req: Request, credentials: BackstageCredentials) => {
    await access.require(credentials, mlDeploymentReadPermission);
    return readDeployment(await access.readable(credentials, refOf(req)));
  };

  router.get(`${path}/review`, async (req, res) => {
    const signal = signalOf(res);
    const credentials = await httpAuth.credentials(req);
    const deployment = await readable(req, credentials);
    res.json(await reviews.review(deployment, { credentials, signal }));
  });

  router.post(`${path}/decisions`, async (req, res) => {
    // A decision is recorded whether its author waits for the answer or not.
    const { signal } = new AbortController();
    const meta = {
      entityRef: refOf(req),
      decision: shortText(req.body?.decision, 20),
      rehearsal: req.body?.rehearsal === true,
      revision: shortText(req.body?.revision, 128),
      comment: shortText(req.body?.comment, 2_000),
    };
    const decided = await audited(
      auditor,
      req,
      { eventId: 'rollout-decide', meta },
      async note => {
        const credentials = await httpAuth.credentials(req, {
          allow: ['user'],
        });
        const deployment = await readable(req, credentials);
        const input = parseInput(decisionRequestSchema, req.body);
        const decision = await decisionService.decide(deployment, input, {
          credentials,
          signal,
        });
        note({
          decisionId: decision.id,
          verdict: decision.verdict.decision,
          overrides: decision.overrides,
        });
        return decision;
      },
    );
    res.status(201).json(decided);
  });

  return router;
}
