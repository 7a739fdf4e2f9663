import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  RubricEntry,
  mlMaturityReadPermission,
} from '@airworthy/plugin-ml-maturity-common';
import express from 'express';
import Router from 'express-promise-router';
import { EntityAccess } from '@airworthy/plugin-ml-models-node';
import { PortfolioService } from '../portfolio/PortfolioService';
import { coverageOf } from '../portfolio/checksOf';
import { RubricInForce, RubricService } from '../rubrics/RubricService';

function entryOf(inForce: RubricInForce): RubricEntry {
  const { compiled, source, loadedAt, problems } = inForce;
  return {
    rubric: compiled.rubric,
    digest: compiled.digest,
    source,
    loadedAt,
    problems,
  };
}

/** Routes of the rubrics in force. */
export function createRubricRouter(options: {
  rubrics: RubricService;
  portfolio: PortfolioService;
  access: EntityAccess;
  httpAuth: HttpAuthService;
}): express.Router {
  const { rubrics, portfolio, access, httpAuth } = options;
  const router = Router();

  router.get('/rubrics', async (req, res) => {
    await access.require(
      await httpAuth.credentials(req),
      mlMaturityReadPermission,
    );
    res.json({ items: rubrics.all().map(entryOf) });
  });

  router.get('/rubrics/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    await access.require(credentials, mlMaturityReadPermission);
    const view = await portfolio.view(credentials, { rubric: req.params.id });
    res.json({ ...entryOf(view.rubric), ...coverageOf(view, new Date()) });
  });

  return router;
}
