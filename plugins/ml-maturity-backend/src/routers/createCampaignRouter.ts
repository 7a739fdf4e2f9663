import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  mlMaturityCampaignManagePermission,
  mlMaturityReadPermission,
} from '@airworthy/plugin-ml-maturity-common';
import { FilterPredicate } from '@backstage/filter-predicates';
import express, { Request } from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { EntityAccess } from '../access/EntityAccess';
import { Visibility } from '../access/Visibility';
import { CampaignReader } from '../campaigns/CampaignReader';
import { CampaignRecorder } from '../campaigns/CampaignRecorder';
import { CampaignReminder } from '../campaigns/CampaignReminder';
import { CampaignService } from '../campaigns/CampaignService';
import {
  campaignInput,
  campaignPatch,
  promotionInput,
} from '../campaigns/campaignInput';
import { modelOf } from '../campaigns/standings';
import { audited } from './audited';
import { sendCsv, toCsv, wantsCsv } from './csv';
import { campaignColumns } from './csvColumns';
import { parseInput } from './parseInput';
import { readQuery, single } from './readQuery';

const detailQuery = z.strictObject({
  format: single(z.enum(['json', 'csv'])).optional(),
});

/** Routes of campaigns. */
export function createCampaignRouter(options: {
  access: EntityAccess;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  visibility: Visibility;
  campaignService: CampaignService;
  campaignReader: CampaignReader;
  campaignRecorder: CampaignRecorder;
  campaignReminder: CampaignReminder;
}): express.Router {
  const { access, auditor, httpAuth, visibility } = options;
  const { campaignService: service, campaignReader: reader } = options;
  const router = Router();

  const toRead = async (req: Request) => {
    const credentials = await httpAuth.credentials(req);
    await access.require(credentials, mlMaturityReadPermission);
    return visibility.of(credentials);
  };
  const toManage = async (req: Request) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await access.require(credentials, mlMaturityReadPermission);
    await access.require(credentials, mlMaturityCampaignManagePermission);
    return {
      by: credentials.principal.userEntityRef,
      isVisible: await visibility.of(credentials),
    };
  };

  router.get('/campaigns', async (req, res) => {
    res.json({ items: await reader.list(await toRead(req)) });
  });

  router.post('/campaigns', async (req, res) => {
    const { by, isVisible } = await toManage(req);
    const input = parseInput(campaignInput, req.body);
    const campaign = await audited(
      auditor,
      req,
      { eventId: 'campaign-create', meta: { title: input.title } },
      () =>
        service.create({ ...input, scope: input.scope as FilterPredicate }, by),
    );
    res.status(201).json(await reader.briefOf(campaign, isVisible));
  });

  router.get('/campaigns/:id', async (req, res) => {
    const isVisible = await toRead(req);
    const { format } = readQuery(detailQuery, req);
    const campaign = await service.get(req.params.id);
    res.vary('Accept');
    if (wantsCsv(req, format)) {
      const standings = await reader.standings(campaign, isVisible);
      sendCsv(res, 'campaign', toCsv(campaignColumns, standings.map(modelOf)));
    } else {
      res.json(await reader.detailOf(campaign, isVisible));
    }
  });

  router.patch('/campaigns/:id', async (req, res) => {
    const { isVisible } = await toManage(req);
    const { scope, ...patch } = parseInput(campaignPatch, req.body);
    const campaign = await audited(
      auditor,
      req,
      { eventId: 'campaign-change', meta: { id: req.params.id } },
      () =>
        service.update(req.params.id, {
          ...patch,
          ...(scope ? { scope: scope as FilterPredicate } : {}),
        }),
    );
    res.json(await reader.briefOf(campaign, isVisible));
  });

  router.post('/campaigns/:id/close', async (req, res) => {
    const { by, isVisible } = await toManage(req);
    const campaign = await audited(
      auditor,
      req,
      { eventId: 'campaign-close', meta: { id: req.params.id } },
      () => service.close(req.params.id, by),
    );
    res.json(await reader.detailOf(campaign, isVisible));
  });

  router.post('/campaigns/:id/promote', async (req, res) => {
    const { by } = await toManage(req);
    const input = parseInput(promotionInput, req.body);
    res.json(
      await audited(
        auditor,
        req,
        { eventId: 'campaign-promote', meta: { id: req.params.id, ...input } },
        () => service.promote(req.params.id, input, by),
      ),
    );
  });

  router.post('/campaigns/:id/remind', async (req, res) => {
    await toManage(req);
    const campaign = await service.get(req.params.id);
    if (campaign.closedAt) {
      throw new ConflictError(
        `Campaign ${campaign.id} was closed on ${campaign.closedAt}`,
      );
    }
    res.json(
      await audited(
        auditor,
        req,
        { eventId: 'campaign-remind', meta: { id: req.params.id } },
        () => options.campaignReminder.remindNow(campaign),
      ),
    );
  });

  return router;
}
