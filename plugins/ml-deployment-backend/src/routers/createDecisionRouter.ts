import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  DecisionPage,
  mlDeploymentReadPermission,
} from '@airworthy/plugin-ml-deployment-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import {
  EntityAccess,
  count,
  loadByRef,
  parseInput,
  readQuery,
  single,
} from '@airworthy/plugin-ml-models-node';
import { DecisionStore } from '../database/DecisionStore';
import { readDeployment } from '../deployments/readDeployment';
import { DEPLOYMENT_PATH, refOf } from './deploymentRequest';

const MAX_REFS = 500;
const MAX_PAGE = 100;

const pageQuery = z.strictObject({
  limit: count(1, MAX_PAGE).default(20),
  cursor: single(
    z.string().regex(/^[1-9]\d{0,8}$/, {
      error: 'the nextCursor of the page before',
    }),
  )
    .pipe(z.coerce.number())
    .optional(),
});

const deploymentRef = z
  .string()
  .min(1)
  .max(600)
  .transform((ref, ctx) => {
    try {
      const parsed = parseEntityRef(ref, {
        defaultKind: 'mldeployment',
        defaultNamespace: 'default',
      });
      if (parsed.kind.toLocaleLowerCase('en-US') === 'mldeployment') {
        return stringifyEntityRef(parsed);
      }
    } catch {
      // Told below.
    }
    ctx.addIssue({
      code: 'custom',
      message: 'the reference of a deployment such as mldeployment:default/a',
      input: ref,
    });
    return z.NEVER;
  });

const summariesInput = z.strictObject({
  entityRefs: z.array(deploymentRef).min(1).max(MAX_REFS),
});

interface Options {
  access: EntityAccess;
  catalog: CatalogService;
  decisions: DecisionStore;
  httpAuth: HttpAuthService;
}

/** Routes of what was decided. */
export function createDecisionRouter(options: Options): express.Router {
  const { access, catalog, decisions, httpAuth } = options;
  const router = Router();

  router.get(`${DEPLOYMENT_PATH}/decisions`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    await access.require(credentials, mlDeploymentReadPermission);
    const { entityRef } = readDeployment(
      await access.readable(credentials, refOf(req)),
    );
    const { limit, cursor } = readQuery(pageQuery, req);
    const { items, next, total } = await decisions.list(entityRef, {
      limit,
      before: cursor,
    });
    const page: DecisionPage = {
      items,
      ...(next === undefined ? {} : { nextCursor: String(next) }),
      totalItems: total,
    };
    res.json(page);
  });

  router.post('/decisions/query', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    await access.require(credentials, mlDeploymentReadPermission);
    const { entityRefs } = parseInput(summariesInput, req.body);
    const visible = await loadByRef(catalog, entityRefs, {
      credentials,
      fields: ['kind', 'metadata.namespace', 'metadata.name'],
    });
    res.json({
      items: await decisions.summaries(
        [...new Set(entityRefs)].filter(ref => visible.has(ref)),
      ),
    });
  });

  return router;
}
