import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  HEALTH_STATUSES,
  mlMonitoringReadPermission,
} from '@airworthy/plugin-ml-monitoring-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import {
  count,
  EntityAccess,
  filterText,
  list,
  readQuery,
  single,
  Visibility,
} from '@airworthy/plugin-ml-models-node';
import { FleetIndex, FleetRow } from '../fleet/FleetIndex';
import { listFleet } from '../fleet/listFleet';

const MAX_REFS = 500;

const filter = () => list(filterText(), { commas: true }).optional();

const fleetQuery = z.strictObject({
  text: single(z.string().max(200)).optional(),
  status: list(z.enum(HEALTH_STATUSES), { commas: true }).optional(),
  owner: filter(),
  system: filter(),
  environment: filter(),
  lifecycle: filter(),
  model: filter(),
  type: filter(),
  ref: list(
    filterText().transform(ref => ref.toLocaleLowerCase('en-US')),
    { max: MAX_REFS },
  ).optional(),
  sort: single(
    z.enum(['status', 'since', 'name', 'owner', 'environment', 'model']),
  ).default('status'),
  order: single(z.enum(['asc', 'desc'])).default('asc'),
  // As many as may be asked for by reference.
  limit: count(1, MAX_REFS).default(50),
  cursor: single(z.string().min(1).max(2_000)).optional(),
});

interface Options {
  access: EntityAccess;
  visibility: Visibility;
  fleet: FleetIndex;
  httpAuth: HttpAuthService;
}

/** Routes of all deployments together. */
export function createFleetRouter(options: Options): express.Router {
  const router = Router();

  router.get('/fleet', async (req, res) => {
    const credentials = await options.httpAuth.credentials(req);
    await options.access.require(credentials, mlMonitoringReadPermission);
    const query = readQuery(fleetQuery, req);
    const [rows, isVisible] = await Promise.all([
      options.fleet.rows(),
      options.visibility.of(credentials),
    ]);
    const visible: FleetRow[] = [];
    for (const row of rows) if (isVisible(row.entityRef)) visible.push(row);
    res.json(listFleet(visible, query, new Date()));
  });

  return router;
}
