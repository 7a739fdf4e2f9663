import {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  mlMonitoringManagePermission,
  mlMonitoringMutePermission,
  mlMonitoringReadPermission,
} from '@airworthy/plugin-ml-monitoring-common';
import express, { Request } from 'express';
import Router from 'express-promise-router';
import {
  audited,
  EntityAccess,
  parseInput,
} from '@airworthy/plugin-ml-models-node';
import { DeploymentReader } from '../catalog/DeploymentReader';
import { MlMonitoringConfig } from '../config';
import { MuteService, muteInput } from '../mutes/MuteService';
import { EvaluationService } from '../status/EvaluationService';
import { StatusReader } from '../status/StatusReader';
import { DEPLOYMENT_PATH, refOf } from './deploymentRequest';

interface Options {
  access: EntityAccess;
  deployments: DeploymentReader;
  statusReader: StatusReader;
  evaluations: EvaluationService;
  muteService: MuteService;
  config: Pick<MlMonitoringConfig, 'mutes'>;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}

/** Routes of the status of a deployment: reading, evaluating, muting. */
export function createStatusRouter(options: Options): express.Router {
  const { access, deployments, httpAuth, auditor } = options;
  const router = Router();
  const path = DEPLOYMENT_PATH;

  const readable = async (req: Request, credentials: BackstageCredentials) => {
    await access.require(credentials, mlMonitoringReadPermission);
    return deployments.read(credentials, refOf(req));
  };

  router.get(`${path}/status`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const deployment = await readable(req, credentials);
    res.json(await options.statusReader.read(deployment));
  });

  router.post(`${path}/evaluations`, async (req, res) => {
    const meta = { entityRef: refOf(req) };
    const event = { eventId: 'evaluation-start', meta };
    const status = await audited(auditor, req, event, async () => {
      const credentials = await httpAuth.credentials(req);
      const deployment = await readable(req, credentials);
      await access.require(credentials, mlMonitoringManagePermission);
      await options.evaluations.evaluate(deployment);
      return options.statusReader.read(deployment);
    });
    res.json(status);
  });

  const toMute = async (req: Request) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const deployment = await readable(req, credentials);
    await access.requireOn(
      credentials,
      mlMonitoringMutePermission,
      deployment.entityRef,
    );
    if (options.config.mutes.by === 'owners') {
      await access.requireOwner(credentials, deployment.entity);
    }
    return { deployment, by: credentials.principal.userEntityRef };
  };

  router.put(`${path}/mutes/:checkId`, async (req, res) => {
    const { checkId } = req.params;
    const { until, reason } = req.body ?? {};
    const meta = {
      entityRef: refOf(req),
      checkId,
      until: String(until).slice(0, 40),
      reason: String(reason).slice(0, 1_000),
    };
    const mute = await audited(
      auditor,
      req,
      { eventId: 'check-mute', meta },
      async () => {
        const { deployment, by } = await toMute(req);
        const input = parseInput(muteInput, req.body);
        return options.muteService.mute(deployment, checkId, input, by);
      },
    );
    res.json(mute);
  });

  router.delete(`${path}/mutes/:checkId`, async (req, res) => {
    const { checkId } = req.params;
    const meta = { entityRef: refOf(req), checkId };
    await audited(auditor, req, { eventId: 'check-unmute', meta }, async () => {
      const { deployment } = await toMute(req);
      await options.muteService.unmute(deployment, checkId);
    });
    res.status(204).end();
  });

  return router;
}
