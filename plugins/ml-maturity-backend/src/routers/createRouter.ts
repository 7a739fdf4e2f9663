import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { MlMaturityConfig } from '../config';
import { Services } from '../services/createServices';
import { createRubricRouter } from './createRubricRouter';
import { createScorecardRouter } from './createScorecardRouter';

const BODY_LIMIT = '1mb';

/** All routes of the plugin. */
export function createRouter(
  options: Services & {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    config: MlMaturityConfig;
  },
): express.Router {
  const router = Router();
  router.use(express.json({ limit: BODY_LIMIT }));
  router.use(createRubricRouter(options));
  router.use(
    createScorecardRouter({
      ...options,
      facts: options.factStore,
      attestBy: options.config.attestations.by,
      waiverDays: options.config.waivers.maxDays,
    }),
  );
  return router;
}
