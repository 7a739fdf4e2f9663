import {
  AuditorService,
  AuthService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { createOpenApiRouter } from '@airworthy/plugin-ml-models-node';
import { PACKAGE_NAME } from '../packageName';
import { MlMaturityConfig } from '../config';
import { Services } from '../services/createServices';
import { createAdoptionRouter } from './createAdoptionRouter';
import { createAnswerRouter } from './createAnswerRouter';
import { createCampaignRouter } from './createCampaignRouter';
import { createCapabilityRouter } from './createCapabilityRouter';
import { createEvaluationRouter } from './createEvaluationRouter';
import { createPortfolioRouter } from './createPortfolioRouter';
import { createRubricRouter } from './createRubricRouter';
import { createScorecardRouter } from './createScorecardRouter';

const BODY_LIMIT = '1mb';
// A whole rubric as text within JSON.
const RUBRIC_BODY_LIMIT = '3mb';

/** All routes of the plugin. */
export function createRouter(
  options: Services & {
    auditor: AuditorService;
    auth: AuthService;
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    config: MlMaturityConfig;
  },
): express.Router {
  const { config, scorecards, rubrics } = options;
  const attestBy = config.attestations.by;
  const waiverDays = config.waivers.maxDays;
  const router = Router();
  router.use('/what-if', express.json({ limit: RUBRIC_BODY_LIMIT }));
  router.use(express.json({ limit: BODY_LIMIT }));
  router.use(createOpenApiRouter(PACKAGE_NAME));
  router.use(createCapabilityRouter({ ...options, attestBy, waiverDays }));
  router.use(createRubricRouter(options));
  router.use(createPortfolioRouter(options));
  router.use(createAdoptionRouter(options));
  router.use(createCampaignRouter(options));
  router.use(
    createEvaluationRouter({
      ...options,
      knownRefs: () =>
        scorecards.entityRefs(
          rubrics.all().map(({ compiled }) => compiled.rubric.metadata.id),
        ),
    }),
  );
  router.use(createScorecardRouter({ ...options, facts: options.factStore }));
  router.use(
    createAnswerRouter({
      ...options,
      attestBy,
      waiverDays,
    }),
  );
  return router;
}
