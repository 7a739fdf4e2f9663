import {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  mlMonitoringManagePermission,
  mlMonitoringReadPermission,
  mlMonitoringReadRowsPermission,
} from '@airworthy/plugin-ml-monitoring-common';
import { mlMonitoringSchema } from '@airworthy/plugin-ml-models-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import {
  audited,
  EntityAccess,
  parseInput,
} from '@airworthy/plugin-ml-models-node';
import { DeploymentReader, KnownDeployment } from '../catalog/DeploymentReader';
import { MlMonitoringConfig } from '../config';
import { SetupService } from '../panels/SetupService';
import { readPeriod } from '../period/readPeriod';
import { DEPLOYMENT_PATH, refOf, signalOf } from './deploymentRequest';

const PREVIEW_POINTS = 100;

const period = () => z.string().min(1).max(40).optional();

const previewInput = z.strictObject({
  monitoring: mlMonitoringSchema,
  window: period(),
  from: period(),
  to: period(),
});

interface Options {
  access: EntityAccess;
  deployments: DeploymentReader;
  setup: SetupService;
  config: Pick<MlMonitoringConfig, 'limits'>;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}

/** Routes for a deployment that has no monitoring yet: what there is, and trying it out. */
export function createSetupRouter(options: Options): express.Router {
  const { access, deployments, setup, httpAuth } = options;
  const router = Router();
  const path = DEPLOYMENT_PATH;

  router.get(`${path}/setup`, async (req, res) => {
    const signal = signalOf(res);
    const credentials = await httpAuth.credentials(req);
    await access.require(credentials, mlMonitoringReadPermission);
    const deployment = await deployments.read(credentials, refOf(req));
    // Examples are values of rows.
    const withExamples = await access.mayOn(
      credentials,
      mlMonitoringReadRowsPermission,
      deployment.entityRef,
    );
    res.json(await setup.setup(deployment, { signal, withExamples }));
  });

  const requireOwnerOrManager = async (
    credentials: BackstageCredentials,
    { entity }: KnownDeployment,
  ) => {
    if (await access.may(credentials, mlMonitoringManagePermission)) return;
    if (await access.isOwner(credentials, entity)) return;
    throw new NotAllowedError(
      `Not allowed: ${mlMonitoringManagePermission.name}, or being an owner of the deployment`,
    );
  };

  router.post(`${path}/preview`, async (req, res) => {
    const signal = signalOf(res);
    const meta = { entityRef: refOf(req) };
    const event = { eventId: 'monitoring-preview', meta };
    const answer = await audited(options.auditor, req, event, async () => {
      const credentials = await httpAuth.credentials(req);
      await access.require(credentials, mlMonitoringReadPermission);
      const deployment = await deployments.read(credentials, refOf(req));
      await requireOwnerOrManager(credentials, deployment);
      const { monitoring, ...asked } = parseInput(previewInput, req.body);
      return setup.preview(deployment, {
        monitoring,
        window: readPeriod(asked, options.config.limits, new Date()),
        maxPoints: PREVIEW_POINTS,
        signal,
      });
    });
    res.json(answer);
  });

  return router;
}
