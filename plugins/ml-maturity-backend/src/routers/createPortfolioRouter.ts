import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  PortfolioFilter,
  compactRollup,
  mlMaturityReadPermission,
} from '@airworthy/plugin-ml-maturity-common';
import express, { Request } from 'express';
import Router from 'express-promise-router';
import { EntityAccess, readQuery } from '@airworthy/plugin-ml-models-node';
import { ExpiryStore } from '../database/ExpiryStore';
import { PortfolioService } from '../portfolio/PortfolioService';
import { TrendReader } from '../portfolio/TrendReader';
import { gapsOf } from '../portfolio/checksOf';
import { expiringOf } from '../portfolio/expiringOf';
import {
  listItem,
  listScorecards,
  sortRows,
} from '../portfolio/listScorecards';
import { rollUpBy } from '../portfolio/rollUpBy';
import { sendCsv, toCsv, wantsCsv } from './csv';
import {
  expiringColumns,
  gapColumns,
  rollupColumns,
  scorecardColumns,
} from './csvColumns';
import {
  expiringQuery,
  gapQuery,
  listQuery,
  moverQuery,
  rollupQuery,
  trendQuery,
} from './portfolioQuery';

// A spreadsheet holds about a million rows; this many are built in a second.
const MAX_CSV_ROWS = 50_000;

/** Routes of many scorecards: lists, rollups, trends and what to look after. */
export function createPortfolioRouter(options: {
  access: EntityAccess;
  httpAuth: HttpAuthService;
  portfolio: PortfolioService;
  trends: TrendReader;
  expiries: ExpiryStore;
}): express.Router {
  const { access, httpAuth, portfolio, trends } = options;
  const router = Router();

  const viewOf = async (req: Request, filter: PortfolioFilter) => {
    const credentials = await httpAuth.credentials(req);
    await access.require(credentials, mlMaturityReadPermission);
    return portfolio.view(credentials, filter);
  };

  router.get('/scorecards', async (req, res) => {
    const { sort, order, limit, cursor, fields, format, ...filter } = readQuery(
      listQuery,
      req,
    );
    const view = await viewOf(req, filter);
    res.vary('Accept');
    if (!wantsCsv(req, format)) {
      res.json(listScorecards(view, { sort, order, limit, cursor, fields }));
      return;
    }
    const { checks } = view.portfolio.compiled.rubric;
    const items = sortRows(view.rows, sort, order)
      .slice(0, MAX_CSV_ROWS)
      .map(row => listItem(view, row, { checks: fields?.includes('checks') }));
    sendCsv(res, 'scorecards', toCsv(scorecardColumns(checks, fields), items));
  });

  router.get('/rollups', async (req, res) => {
    const { by, measure, format, ...filter } = readQuery(rollupQuery, req);
    const view = await viewOf(req, filter);
    const response = rollUpBy(view, { by, measure, filter });
    res.vary('Accept');
    if (!wantsCsv(req, format)) {
      res.json(compactRollup(response));
      return;
    }
    const rows = [
      ...response.nodes,
      { id: '', title: 'Unassigned', ...response.unassigned },
      { id: '', title: 'Total', ...response.total },
    ];
    sendCsv(res, `rollup-by-${by}`, toCsv(rollupColumns(response), rows));
  });

  router.get('/trends', async (req, res) => {
    const { days, ...filter } = readQuery(trendQuery, req);
    res.json(await trends.trend(await viewOf(req, filter), days));
  });

  router.get('/gaps', async (req, res) => {
    const { format, ...filter } = readQuery(gapQuery, req);
    const response = gapsOf(await viewOf(req, filter));
    res.vary('Accept');
    if (wantsCsv(req, format)) {
      sendCsv(res, 'gaps', toCsv(gapColumns, response.items));
    } else {
      res.json(response);
    }
  });

  router.get('/movers', async (req, res) => {
    const { days, limit, ...filter } = readQuery(moverQuery, req);
    res.json(await trends.movers(await viewOf(req, filter), { days, limit }));
  });

  router.get('/expiring', async (req, res) => {
    const { days, pastDays, limit, format, ...filter } = readQuery(
      expiringQuery,
      req,
    );
    const view = await viewOf(req, filter);
    const items = await expiringOf(view, options.expiries, { days, pastDays });
    res.vary('Accept');
    if (wantsCsv(req, format)) {
      sendCsv(res, 'expiring', toCsv(expiringColumns, items));
      return;
    }
    res.json({
      rubricId: view.rubric.compiled.rubric.metadata.id,
      items: items.slice(0, limit),
      totalItems: items.length,
    });
  });

  return router;
}
