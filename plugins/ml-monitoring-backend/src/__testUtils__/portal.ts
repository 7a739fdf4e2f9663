import { AddressInfo } from 'node:net';
import {
  BackstageCredentials,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import {
  MonitoringSource,
  mlMonitoringSourcesExtensionPoint,
} from '@airworthy/plugin-ml-monitoring-node';
import request from 'supertest';
import plugin from '../index';
import { ApiValidator } from './apiValidator';

/** A user who may read all, and owns what the team owns. */
export const ADA = 'user:default/ada';
/** A user who may read all and owns nothing. */
export const GRACE = 'user:default/grace';
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
}

/** Starts the plugin with sources, and checks each answer against the description of the API. */
export async function startPortal(options: {
  entities: Entity[];
  sources: MonitoringSource[];
  config?: JsonObject;
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
          ...(userEntityRef === ADA ? ['group:default/team'] : []),
        ],
      };
    },
  });
  const catalog = catalogWithPolicy(options.entities);
  const scheduler = mockServices.scheduler.mock();
  const tasks = new Map<string, (signal: AbortSignal) => unknown>();
  scheduler.scheduleTask.mockImplementation(async ({ id, fn }) => {
    tasks.set(id, fn as (signal: AbortSignal) => unknown);
  });
  const { server } = await startTestBackend({
    features: [
      plugin,
      createBackendModule({
        pluginId: 'ml-monitoring',
        moduleId: 'fakes',
        register(env) {
          env.registerInit({
            deps: { sources: mlMonitoringSourcesExtensionPoint },
            async init({ sources }) {
              sources.addSources(...options.sources);
            },
          });
        },
      }),
      scheduler.factory,
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
        data: { mlMonitoring: options.config ?? {} },
      }),
    ],
  });
  const validator = await ApiValidator.create();

  const send = (method: string, url: string, call: CallOptions) => {
    const client: any = request(server);
    const query = client[method](`/api/ml-monitoring${url}`).set({
      Authorization: call.token
        ? `Bearer ${call.token}`
        : mockCredentials.user.header(call.as ?? ADA),
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
  return {
    get: call('get'),
    put: call('put'),
    post: call('post'),
    delete: call('delete'),
    /** Where the backend listens. */
    address: () => server.address() as AddressInfo,
    /** Permissions that are refused from now on. */
    denied,
    sent,
    audit,
    /** A tick of the scheduled task. */
    tick: async () => {
      await tasks.get('ml-monitoring-sweep')!(new AbortController().signal);
    },
  };
}

/** A portal with its plugin running. */
export type Portal = Awaited<ReturnType<typeof startPortal>>;
