import {
  BackstageCredentials,
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
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { HttpResponse, http, passthrough } from 'msw';
import { SetupServer } from 'msw/node';
import request from 'supertest';
import plugin from '../index';
import { ApiValidator } from './apiValidator';
import { HEALTHY } from './comparison';

/** A user who may read all. */
export const ADA = 'user:default/ada';
/** A user who may not read entities whose name begins with "hidden". */
export const LIMITED = 'user:default/limited';

const MONITORING = 'http://portal.test/api/ml-monitoring';

const isHidden = ({ metadata }: Entity) => metadata.name.startsWith('hidden');

/** A catalog that applies a policy for one user, as a portal's does. */
function catalogWithPolicy(entities: () => Entity[]) {
  const forCaller = (options: any) => {
    const principal = (options?.credentials as BackstageCredentials | undefined)
      ?.principal as { userEntityRef?: string } | undefined;
    return catalogServiceMock({
      entities: entities().filter(
        entity => principal?.userEntityRef !== LIMITED || !isHidden(entity),
      ),
    });
  };
  const call =
    (name: 'getEntityByRef' | 'getEntitiesByRefs') =>
    (first: any, options: any) =>
      forCaller(options)[name](first, options);
  return Object.assign(catalogServiceMock({ entities: [] }), {
    getEntityByRef: call('getEntityByRef'),
    getEntitiesByRefs: call('getEntitiesByRefs'),
  });
}

interface CallOptions {
  as?: string;
  token?: string;
  body?: unknown;
  status?: number;
}

/** Starts the plugin beside a monitoring whose answers a test decides, and checks each answer against the description of the API. */
export async function startPortal(options: {
  entities: Entity[];
  /** For the answers of monitoring. */
  server?: SetupServer;
  config?: JsonObject;
}) {
  const state = {
    entities: options.entities,
    /** What monitoring answers to a comparison. */
    comparison: () => HttpResponse.json(HEALTHY as any) as Response,
    /** Questions that monitoring was asked. */
    asked: [] as { url: URL; token: string | null }[],
    /** Permissions that are refused from now on. */
    denied: new Set<string>(),
    sent: [] as any[],
    published: [] as any[],
    audit: [] as { eventId: string; meta: any; outcome: string }[],
  };
  options.server?.use(
    // The plugin itself.
    http.all(/^http:\/\/127\.0\.0\.1:/, () => passthrough()),
    http.get(`${MONITORING}/deployments/:namespace/:name/comparison`, call => {
      state.asked.push({
        url: new URL(call.request.url),
        token: call.request.headers.get('authorization'),
      });
      return state.comparison() as any;
    }),
  );
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result: (state.denied.has(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW) as AuthorizeResult.ALLOW,
      })),
  });
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockImplementation(async ({ eventId, meta }) => {
    const entry = { eventId, meta: { ...meta }, outcome: 'initiated' };
    state.audit.push(entry);
    const end = (outcome: string) => async (more?: any) => {
      entry.meta = { ...meta, ...more?.meta };
      entry.outcome = outcome;
    };
    return { success: end('succeeded'), fail: end('failed') };
  });
  const catalog = catalogWithPolicy(() => state.entities);
  const { server } = await startTestBackend({
    features: [
      plugin,
      permissions.factory,
      auditor.factory,
      mockServices.discovery.mock({
        getBaseUrl: async id => `http://portal.test/api/${id}`,
      }).factory,
      mockServices.database.factory(),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          publish: async (event: any) => {
            state.published.push(event);
          },
          subscribe: async () => {},
        }),
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          send: async (notification: any) => {
            state.sent.push(notification);
          },
        }),
      }),
      mockServices.rootConfig.factory({
        data: { mlDeployment: options.config ?? {} },
      }),
    ],
  });
  const validator = await ApiValidator.create();
  const call =
    (method: 'get' | 'post') =>
    async (url: string, its: CallOptions = {}): Promise<any> => {
      const query = request(server)
        [method](`/api/ml-deployment${url}`)
        .set({
          Authorization: its.token
            ? `Bearer ${its.token}`
            : mockCredentials.user.header(its.as ?? ADA),
        });
      const { status, body } = await (its.body === undefined
        ? query
        : query.send(its.body as object));
      const expected = its.status ?? 200;
      expect({ url, status, body }).toEqual({
        url,
        status: expected,
        body: expect.anything(),
      });
      expect(validator.problemsOf({ method, url, status, body })).toEqual([]);
      return body;
    };
  return Object.assign(state, { get: call('get'), post: call('post') });
}

/** A portal with its plugin running. */
export type Portal = Awaited<ReturnType<typeof startPortal>>;
