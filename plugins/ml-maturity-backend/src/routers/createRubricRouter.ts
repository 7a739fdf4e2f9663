import { HttpAuthService } from '@backstage/backend-plugin-api';
import { mlMaturityReadPermission } from '@airworthy/plugin-ml-maturity-common';
import express from 'express';
import Router from 'express-promise-router';
import { EntityAccess } from '../access/EntityAccess';
import { RubricService } from '../rubrics/RubricService';

/** Routes of the rubrics in force. */
export function createRubricRouter(options: {
  rubrics: RubricService;
  access: EntityAccess;
  httpAuth: HttpAuthService;
}): express.Router {
  const { rubrics, access, httpAuth } = options;
  const router = Router();

  router.get('/rubrics', async (req, res) => {
    await access.require(
      await httpAuth.credentials(req),
      mlMaturityReadPermission,
    );
    res.json({
      items: rubrics.all().map(({ compiled, source, loadedAt, problems }) => ({
        rubric: compiled.rubric,
        digest: compiled.digest,
        source,
        loadedAt,
        problems,
      })),
    });
  });

  return router;
}
