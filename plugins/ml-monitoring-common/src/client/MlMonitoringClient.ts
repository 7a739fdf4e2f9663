import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { MlMonitoringApi, RequestOptions } from './MlMonitoringApi';
import { toQuery } from './toQuery';

type Api<K extends keyof MlMonitoringApi> = MlMonitoringApi[K];

interface Request extends RequestOptions {
  method?: string;
  body?: unknown;
}

function deploymentPath(entityRef: string, ...rest: string[]): string {
  const { namespace, name } = parseEntityRef(entityRef, {
    defaultKind: 'mldeployment',
    defaultNamespace: 'default',
  });
  return `/deployments/${[namespace, name, ...rest]
    .map(encodeURIComponent)
    .join('/')}`;
}

/** Client of the monitoring backend, for browser and backend alike. @public */
export class MlMonitoringClient implements MlMonitoringApi {
  readonly #discovery: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetch: typeof fetch;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discovery = options.discoveryApi;
    this.#fetch = (input, init) =>
      (options.fetchApi?.fetch ?? fetch)(input, init);
  }

  getFleet: Api<'getFleet'> = (query = {}, options = {}) =>
    this.#json(`/fleet${toQuery(query)}`, options);

  getStatus: Api<'getStatus'> = ({ entityRef }, options) =>
    this.#json(deploymentPath(entityRef, 'status'), options);

  getService: Api<'getService'> = (request, options) =>
    this.#panel('service', request, options);

  getData: Api<'getData'> = (request, options) =>
    this.#panel('data', request, options);

  getFeature: Api<'getFeature'> = ({ entityRef, feature, ...query }, options) =>
    this.#json(
      `${deploymentPath(entityRef, 'data', feature)}${toQuery(query)}`,
      options,
    );

  getModel: Api<'getModel'> = (request, options) =>
    this.#panel('model', request, options);

  getSlices: Api<'getSlices'> = (request, options) =>
    this.#panel('slices', request, options);

  getComparison: Api<'getComparison'> = (request, options) =>
    this.#panel('comparison', request, options);

  getDisagreements: Api<'getDisagreements'> = (request, options) =>
    this.#panel('disagreements', request, options);

  getAlerts: Api<'getAlerts'> = (request, options) =>
    this.#panel('alerts', request, options);

  getSetup: Api<'getSetup'> = ({ entityRef }, options) =>
    this.#json(deploymentPath(entityRef, 'setup'), options);

  preview: Api<'preview'> = ({ entityRef, ...body }, options) =>
    this.#json(deploymentPath(entityRef, 'preview'), {
      ...options,
      method: 'POST',
      body,
    });

  putMute: Api<'putMute'> = ({ entityRef, checkId, ...body }, options) =>
    this.#json(deploymentPath(entityRef, 'mutes', checkId), {
      ...options,
      method: 'PUT',
      body,
    });

  deleteMute: Api<'deleteMute'> = async ({ entityRef, checkId }, options) => {
    await this.#request(deploymentPath(entityRef, 'mutes', checkId), {
      ...options,
      method: 'DELETE',
    });
  };

  evaluate: Api<'evaluate'> = ({ entityRef }, options) =>
    this.#json(deploymentPath(entityRef, 'evaluations'), {
      ...options,
      method: 'POST',
    });

  #panel<T>(
    panel: string,
    { entityRef, ...query }: { entityRef: string },
    options?: RequestOptions,
  ): Promise<T> {
    return this.#json(
      `${deploymentPath(entityRef, panel)}${toQuery(query)}`,
      options,
    );
  }

  async #json<T>(path: string, request?: Request): Promise<T> {
    const response = await this.#request(path, request);
    return response.json() as Promise<T>;
  }

  async #request(path: string, request: Request = {}): Promise<Response> {
    const { method = 'GET', body, token, signal } = request;
    const base = await this.#discovery.getBaseUrl('ml-monitoring');
    const response = await this.#fetch(`${base}${path}`, {
      method,
      signal,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}
