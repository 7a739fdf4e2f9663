import {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  mlMonitoringReadPermission,
  mlMonitoringReadRowsPermission,
} from '@airworthy/plugin-ml-monitoring-common';
import express, { Request, Response } from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import {
  count,
  EntityAccess,
  readQuery,
} from '@airworthy/plugin-ml-models-node';
import { DeploymentReader } from '../catalog/DeploymentReader';
import { MlMonitoringConfig } from '../config';
import { PanelService } from '../panels/PanelService';
import { variantsToCompare } from '../panels/variantsToCompare';
import { readBaseline, readPeriod } from '../period/readPeriod';
import { DEPLOYMENT_PATH, refOf, signalOf } from './deploymentRequest';
import { driftFields, panelQuery, sliceFields } from './panelQuery';

const MAX_DISAGREEMENTS = 200;

interface Options {
  access: EntityAccess;
  deployments: DeploymentReader;
  panels: PanelService;
  config: Pick<MlMonitoringConfig, 'limits'>;
  httpAuth: HttpAuthService;
}

/** Routes of the pages of a deployment: what its sources say of a period. */
export function createPanelRouter(options: Options): express.Router {
  const { access, deployments, panels, httpAuth } = options;
  const { limits } = options.config;
  const router = Router();
  const path = DEPLOYMENT_PATH;
  const plainQuery = panelQuery(limits.maxPoints);

  const toAsk = async <S extends z.ZodType<z.output<typeof plainQuery>>>(
    req: Request,
    res: Response,
    schema: S,
    alsoRequire?: (credentials: BackstageCredentials) => Promise<void>,
  ) => {
    const signal = signalOf(res);
    const credentials = await httpAuth.credentials(req);
    await access.require(credentials, mlMonitoringReadPermission);
    const deployment = await deployments.read(credentials, refOf(req));
    await alsoRequire?.(credentials);
    const { window, from, to, baseline, points, ...others } = readQuery(
      schema,
      req,
    );
    const now = new Date();
    const declared = deployment.monitored.monitoring.baseline;
    return {
      deployment,
      question: {
        ...others,
        window: readPeriod({ window, from, to }, limits, now),
        baseline: readBaseline(baseline, declared, limits, now),
        maxPoints: points,
        signal,
      },
    };
  };

  router.get(`${path}/service`, async (req, res) => {
    const { deployment, question } = await toAsk(req, res, plainQuery);
    res.json(await panels.service(deployment, question));
  });

  const dataQuery = plainQuery.extend(driftFields);

  router.get(`${path}/data`, async (req, res) => {
    const { deployment, question } = await toAsk(req, res, dataQuery);
    res.json(
      await panels.data(deployment, {
        ...question,
        ruleSet:
          question.ruleSet ?? deployment.monitored.monitoring.drift?.ruleSet,
      }),
    );
  });

  router.get(`${path}/data/:feature`, async (req, res) => {
    const { deployment, question } = await toAsk(req, res, dataQuery);
    res.json(
      await panels.feature(deployment, {
        ...question,
        ruleSet:
          question.ruleSet ?? deployment.monitored.monitoring.drift?.ruleSet,
        feature: req.params.feature,
      }),
    );
  });

  router.get(`${path}/model`, async (req, res) => {
    const { deployment, question } = await toAsk(req, res, plainQuery);
    res.json(await panels.model(deployment, question));
  });

  const sliceQuery = plainQuery.extend(sliceFields);

  router.get(`${path}/slices`, async (req, res) => {
    const { deployment, question } = await toAsk(req, res, sliceQuery);
    res.json(
      await panels.ask('slices', deployment, question, (source, asked) =>
        source.slices!(deployment.monitored, asked),
      ),
    );
  });

  router.get(`${path}/comparison`, async (req, res) => {
    const { deployment, question } = await toAsk(req, res, plainQuery);
    const { monitored } = deployment;
    const pair = variantsToCompare(monitored.variants, question.variant);
    const { variant: _, ...asked } = question;
    res.json(
      pair
        ? await panels.ask(
            'comparison',
            deployment,
            { ...asked, ...pair },
            (source, own) => source.comparison!(monitored, own),
          )
        : nothingToCompare(deployment.entityRef, asked.window),
    );
  });

  const disagreementQuery = plainQuery.extend({
    limit: count(1, MAX_DISAGREEMENTS).default(50),
  });

  router.get(`${path}/disagreements`, async (req, res) => {
    const { deployment, question } = await toAsk(
      req,
      res,
      disagreementQuery,
      credentials =>
        access.requireOn(
          credentials,
          mlMonitoringReadRowsPermission,
          refOf(req),
        ),
    );
    const { monitored } = deployment;
    const pair = variantsToCompare(monitored.variants, question.variant);
    const { variant: _, ...asked } = question;
    res.json(
      pair
        ? await panels.ask(
            'disagreements',
            deployment,
            { ...asked, ...pair },
            (source, own) => source.disagreements!(monitored, own),
          )
        : nothingToCompare(deployment.entityRef, asked.window),
    );
  });

  router.get(`${path}/alerts`, async (req, res) => {
    const { deployment, question } = await toAsk(req, res, plainQuery);
    res.json(
      await panels.ask('alerts', deployment, question, (source, asked) =>
        source.alerts!(deployment.monitored, asked),
      ),
    );
  });

  return router;
}

function nothingToCompare(entityRef: string, window: object) {
  return { entityRef, window, results: [], checks: [], markers: [] };
}
