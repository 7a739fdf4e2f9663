import {
  BackendFeature,
  BackstageCredentials,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import plugin from '../index';
import { ApiValidator } from './apiValidator';
import { TEST_RUBRIC } from './rubric';

/** A user who may read all. */
export const ADA = 'user:default/ada';
/** A user who may not read entities whose name begins with "hidden". */
export const LIMITED = 'user:default/limited';

const isHidden = ({ metadata }: Entity) => metadata.name.startsWith('hidden');

/** A catalog that applies a policy for one user, as a portal's does. */
function catalogWithPolicy(entities: Entity[]) {
  const all = catalogServiceMock({ entities });
  const some = catalogServiceMock({
    entities: entities.filter(entity => !isHidden(entity)),
  });
  const forCaller = (options: any) => {
    const principal = (options?.credentials as BackstageCredentials | undefined)
      ?.principal as { userEntityRef?: string } | undefined;
    return principal?.userEntityRef === LIMITED ? some : all;
  };
  const call =
    (name: 'getEntityByRef' | 'getEntitiesByRefs' | 'queryEntities') =>
    (first: any, options: any) =>
      forCaller(options)[name](first, options);
  return Object.assign(Object.create(all) as typeof all, {
    getEntityByRef: call('getEntityByRef'),
    getEntitiesByRefs: call('getEntitiesByRefs'),
    queryEntities: call('queryEntities'),
    streamEntities: (first: any, options: any) =>
      forCaller(options).streamEntities(first, options),
  });
}

interface CallOptions {
  as?: string;
  token?: string;
  body?: unknown;
  status?: number;
  headers?: Record<string, string>;
}

/** Starts the plugin with a catalog, and checks each answer against the description of the API. */
export async function startPortal(options: {
  entities: Entity[];
  config?: JsonObject;
  owners?: Record<string, string[]>;
  /** Modules to start beside the plugin. */
  modules?: BackendFeature[];
}) {
  const denied = new Set<string>();
  const sent: any[] = [];
  const decide = (permission: { name: string }) =>
    denied.has(permission.name) ? AuthorizeResult.DENY : AuthorizeResult.ALLOW;
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result: decide(permission) as AuthorizeResult.ALLOW,
      })),
    authorizeConditional: async (requests, { credentials } = {} as any) =>
      requests.map(({ permission }) =>
        permission.name === 'catalog.entity.read' &&
        (credentials?.principal as any)?.userEntityRef === LIMITED
          ? ({ result: AuthorizeResult.CONDITIONAL } as any)
          : { result: decide(permission) },
      ),
  });
  const auditor = mockServices.auditor.mock();
  const audit: { eventId: string; meta: any; outcome: string }[] = [];
  auditor.createEvent.mockImplementation(async ({ eventId, meta }) => {
    const entry = { eventId, meta: { ...meta }, outcome: 'initiated' };
    audit.push(entry);
    return {
      success: async more => {
        entry.meta = { ...meta, ...more?.meta };
        entry.outcome = 'succeeded';
      },
      fail: async more => {
        entry.meta = { ...meta, ...more.meta };
        entry.outcome = 'failed';
      },
    };
  });
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async (credentials: any) => {
      const { userEntityRef } = credentials.principal;
      return {
        userEntityRef,
        ownershipEntityRefs: [
          userEntityRef,
          ...(options.owners?.[userEntityRef] ?? []),
        ],
      };
    },
  });
  const catalog = catalogWithPolicy(options.entities);
  const { server } = await startTestBackend({
    features: [
      plugin,
      ...(options.modules ?? []),
      permissions.factory,
      auditor.factory,
      userInfo.factory,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          send: async (notification: any) => {
            sent.push(notification);
          },
        }),
      }),
      mockServices.rootConfig.factory({
        data: {
          mlMaturity: {
            rubrics: { small: { document: TEST_RUBRIC } },
            ...options.config,
          },
        },
      }),
    ],
  });
  const validator = await ApiValidator.create();

  const send = (method: string, url: string, call: CallOptions) => {
    const client: any = request(server);
    const query = client[method](`/api/ml-maturity${url}`).set({
      Authorization: call.token
        ? `Bearer ${call.token}`
        : mockCredentials.user.header(call.as ?? ADA),
      ...call.headers,
    });
    return call.body === undefined ? query : query.send(call.body);
  };
  const call =
    (method: string) =>
    async (url: string, options_: CallOptions = {}): Promise<any> => {
      const { status, body } = await send(method, url, options_);
      const expected = options_.status ?? 200;
      expect({ url, status, body }).toEqual({
        url,
        status: expected,
        body: expect.anything(),
      });
      expect(validator.problemsOf({ method, url, status, body })).toEqual([]);
      return body;
    };
  const portal = {
    get: call('get'),
    put: call('put'),
    post: call('post'),
    patch: call('patch'),
    delete: call('delete'),
    text: async (url: string, options_: CallOptions = {}): Promise<string> =>
      (await send('get', url, options_)).text,
    /** Permissions that are refused from now on. */
    denied,
    sent,
    audit,
    /** Evaluates entities and waits until that is done. */
    evaluate: async (entityRefs?: string[]) => {
      const { id } = await portal.post('/evaluations', {
        body: entityRefs ? { entityRefs } : {},
        status: 202,
      });
      for (;;) {
        const task = await portal.get(`/evaluations/${id}`);
        if (task.state === 'done' || task.state === 'failed') return task;
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    },
    evaluateAll: () =>
      portal.evaluate(
        options.entities
          .filter(({ kind }) => kind === 'MlModel')
          .map(entity => stringifyEntityRef(entity)),
      ),
  };
  return portal;
}

/** A portal with its plugin running. */
export type Portal = Awaited<ReturnType<typeof startPortal>>;
