import {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  Permission,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  Capabilities,
  mlMaturityAttestPermission,
  mlMaturityCampaignManagePermission,
  mlMaturityEvaluatePermission,
  mlMaturityReadPermission,
  mlMaturityWaivePermission,
  mlMaturityWaiverRequestPermission,
} from '@airworthy/plugin-ml-maturity-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import {
  EntityAccess,
  readQuery,
  single,
} from '@airworthy/plugin-ml-models-node';
import { entityRefInput } from './createEvaluationRouter';

const capabilityQuery = z.strictObject({
  entityRef: single(entityRefInput()).optional(),
});

/** Tells what the caller may do, so that a page offers nothing that would be refused. */
export function createCapabilityRouter(options: {
  access: EntityAccess;
  attestBy: 'owners' | 'anyone';
  waiverDays: number;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): express.Router {
  const { access, attestBy, waiverDays, httpAuth, permissions } = options;
  const router = Router();

  const may = async (
    credentials: BackstageCredentials,
    permission: Permission,
    resourceRef: string | undefined,
  ): Promise<boolean> => {
    if (!isResourcePermission(permission)) {
      const [{ result }] = await permissions.authorize(
        [{ permission } as any],
        {
          credentials,
        },
      );
      return result === AuthorizeResult.ALLOW;
    }
    if (resourceRef) {
      const [{ result }] = await permissions.authorize(
        [{ permission, resourceRef }],
        { credentials },
      );
      return result === AuthorizeResult.ALLOW;
    }
    const [{ result }] = await permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return result !== AuthorizeResult.DENY;
  };

  router.get('/capabilities', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { entityRef } = readQuery(capabilityQuery, req);
    const entity = entityRef && (await access.readable(credentials, entityRef));
    const ref = entity ? stringifyEntityRef(entity) : undefined;
    const [read, attest, requestWaiver, waive, manageCampaigns, evaluate] =
      await Promise.all(
        [
          mlMaturityReadPermission,
          mlMaturityAttestPermission,
          mlMaturityWaiverRequestPermission,
          mlMaturityWaivePermission,
          mlMaturityCampaignManagePermission,
          mlMaturityEvaluatePermission,
        ].map(permission => may(credentials, permission, ref)),
      );
    const isAnswerer =
      !entity ||
      attestBy !== 'owners' ||
      (attest && (await access.isOwner(credentials, entity)));
    const capabilities: Capabilities = {
      read,
      attest: attest && isAnswerer,
      requestWaiver,
      waive,
      manageCampaigns,
      evaluate,
      waiverDays,
    };
    res.json(capabilities);
  });

  return router;
}
