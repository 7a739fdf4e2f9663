import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  adviceRequestSchema,
  mlDeploymentReadPermission,
  planRequestSchema,
  validationRequestSchema,
} from '@airworthy/plugin-ml-deployment-common';
import express, { Request } from 'express';
import Router from 'express-promise-router';
import { EntityAccess, parseInput } from '@airworthy/plugin-ml-models-node';
import {
  answerAdvice,
  answerManifests,
  answerPlan,
  answerStrategies,
  answerValidation,
} from '../knowledge/answers';

interface Options {
  access: EntityAccess;
  httpAuth: HttpAuthService;
}

/** Routes that are about no deployment of the catalog: what is known, and what follows from a request alone. */
export function createKnowledgeRouter(options: Options): express.Router {
  const { access, httpAuth } = options;
  const router = Router();

  const requireRead = async (req: Request) =>
    access.require(await httpAuth.credentials(req), mlDeploymentReadPermission);

  router.get('/strategies', async (req, res) => {
    await requireRead(req);
    res.json(answerStrategies());
  });

  router.post('/advice', async (req, res) => {
    await requireRead(req);
    res.json(answerAdvice(parseInput(adviceRequestSchema, req.body)));
  });

  router.post('/plans', async (req, res) => {
    await requireRead(req);
    res.json(answerPlan(parseInput(planRequestSchema, req.body)));
  });

  router.post('/manifests', async (req, res) => {
    await requireRead(req);
    res.json(answerManifests(req.body));
  });

  router.post('/validations', async (req, res) => {
    await requireRead(req);
    const { files } = parseInput(validationRequestSchema, req.body);
    res.json(answerValidation(files));
  });

  return router;
}
