import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import express from 'express';
import Router from 'express-promise-router';
import { createOpenApiRouter } from '@airworthy/plugin-ml-models-node';
import { PACKAGE_NAME } from '../packageName';
import { Services } from '../services/createServices';
import { createDecisionRouter } from './createDecisionRouter';
import { createKnowledgeRouter } from './createKnowledgeRouter';
import { createReviewRouter } from './createReviewRouter';
import { ignoreLeftCallers } from './ignoreLeftCallers';

// A hundred files of manifests.
const BODY_LIMIT = '2mb';

/** All routes of the plugin. */
export function createRouter(
  options: Services & {
    auditor: AuditorService;
    catalog: CatalogService;
    httpAuth: HttpAuthService;
  },
): express.Router {
  const router = Router();
  router.use(express.json({ limit: BODY_LIMIT }));
  router.use(createOpenApiRouter(PACKAGE_NAME));
  router.use(createKnowledgeRouter(options));
  router.use(createReviewRouter(options));
  router.use(createDecisionRouter(options));
  router.use(ignoreLeftCallers);
  return router;
}
