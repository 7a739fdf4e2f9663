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
import {
  audited,
  EntityAccess,
  Note,
  parseInput,
  readQuery,
  single,
  Visibility,
} from '@airworthy/plugin-ml-models-node';
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
import { sendCsv, toCsv, wantsCsv } from './csv';
import { campaignColumns } from './csvColumns';

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

  // Who may not, or asks for what is not there, is on record too.
  const record = <T>(
    req: Request,
    what: string,
    action: (note: Note) => Promise<T>,
  ) =>
    audited(
      auditor,
      req,
      {
        eventId: `campaign-${what}`,
        meta: req.params.id ? { id: req.params.id } : {},
      },
      action,
    );

  router.post('/campaigns', async (req, res) => {
    const answer = await record(req, 'create', async note => {
      const { by, isVisible } = await toManage(req);
      const input = parseInput(campaignInput, req.body);
      note({ title: input.title });
      const campaign = await service.create(
        { ...input, scope: input.scope as FilterPredicate },
        by,
      );
      note({ id: campaign.id });
      return { campaign, isVisible };
    });
    res
      .status(201)
      .json(await reader.briefOf(answer.campaign, answer.isVisible));
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
    const { campaign, isVisible } = await record(req, 'change', async () => {
      const manager = await toManage(req);
      const { scope, ...patch } = parseInput(campaignPatch, req.body);
      const changed = await service.update(req.params.id, {
        ...patch,
        ...(scope ? { scope: scope as FilterPredicate } : {}),
      });
      return { campaign: changed, isVisible: manager.isVisible };
    });
    res.json(await reader.briefOf(campaign, isVisible));
  });

  router.post('/campaigns/:id/close', async (req, res) => {
    const { campaign, isVisible } = await record(req, 'close', async () => {
      const manager = await toManage(req);
      const closed = await service.close(req.params.id, manager.by);
      return { campaign: closed, isVisible: manager.isVisible };
    });
    res.json(await reader.detailOf(campaign, isVisible));
  });

  router.post('/campaigns/:id/promote', async (req, res) => {
    const promotion = await record(req, 'promote', async note => {
      const { by } = await toManage(req);
      const input = parseInput(promotionInput, req.body);
      note({ ...input });
      return service.promote(req.params.id, input, by);
    });
    res.json(promotion);
  });

  router.post('/campaigns/:id/remind', async (req, res) => {
    const reminded = await record(req, 'remind', async () => {
      await toManage(req);
      const campaign = await service.get(req.params.id);
      if (campaign.closedAt) {
        throw new ConflictError(
          `Campaign ${campaign.id} was closed on ${campaign.closedAt}`,
        );
      }
      return options.campaignReminder.remindNow(campaign);
    });
    res.json(reminded);
  });

  return router;
}
