import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { createOpenApiRouter } from '@airworthy/plugin-ml-models-node';
import { PACKAGE_NAME } from '../packageName';
import { MlMonitoringConfig } from '../config';
import { Services } from '../services/createServices';
import { createFleetRouter } from './createFleetRouter';
import { createPanelRouter } from './createPanelRouter';
import { createSetupRouter } from './createSetupRouter';
import { createStatusRouter } from './createStatusRouter';
import { ignoreLeftCallers } from './ignoreLeftCallers';

// Settings of a deployment with its largest list of features.
const BODY_LIMIT = '1mb';

/** All routes of the plugin. */
export function createRouter(
  options: Services & {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    config: MlMonitoringConfig;
  },
): express.Router {
  const router = Router();
  router.use(express.json({ limit: BODY_LIMIT }));
  router.use(createOpenApiRouter(PACKAGE_NAME));
  router.use(createFleetRouter(options));
  router.use(createStatusRouter(options));
  router.use(createPanelRouter(options));
  router.use(createSetupRouter(options));
  router.use(ignoreLeftCallers);
  return router;
}
