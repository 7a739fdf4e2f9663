import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { MlDeploymentApi, RequestOptions } from './MlDeploymentApi';

type Api<K extends keyof MlDeploymentApi> = MlDeploymentApi[K];

interface Request extends RequestOptions {
  method?: string;
  body?: unknown;
}

function deploymentPath(entityRef: string, rest: string): string {
  const { namespace, name } = parseEntityRef(entityRef, {
    defaultKind: 'mldeployment',
    defaultNamespace: 'default',
  });
  return `/deployments/${[namespace, name, rest]
    .map(encodeURIComponent)
    .join('/')}`;
}

/** Client of the deployment backend, for browser and backend alike. @public */
export class MlDeploymentClient implements MlDeploymentApi {
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

  getStrategies: Api<'getStrategies'> = options =>
    this.#json('/strategies', options);

  advise: Api<'advise'> = (body, options) =>
    this.#post('/advice', body, options);

  plan: Api<'plan'> = (body, options) => this.#post('/plans', body, options);

  render: Api<'render'> = (body, options) =>
    this.#post('/manifests', body, options);

  validate: Api<'validate'> = (body, options) =>
    this.#post('/validations', body, options);

  getReview: Api<'getReview'> = ({ entityRef }, options) =>
    this.#json(deploymentPath(entityRef, 'review'), options);

  getDecisions: Api<'getDecisions'> = (
    { entityRef, cursor, limit },
    options,
  ) => {
    const query = new URLSearchParams({
      ...(cursor ? { cursor } : {}),
      ...(limit === undefined ? {} : { limit: String(limit) }),
    }).toString();
    return this.#json(
      `${deploymentPath(entityRef, 'decisions')}${query && `?${query}`}`,
      options,
    );
  };

  decide: Api<'decide'> = ({ entityRef, ...body }, options) =>
    this.#post(deploymentPath(entityRef, 'decisions'), body, options);

  getDecisionSummaries: Api<'getDecisionSummaries'> = async (body, options) => {
    const { items } = await this.#post<{
      items: Awaited<ReturnType<Api<'getDecisionSummaries'>>>;
    }>('/decisions/query', body, options);
    return items;
  };

  #post<T>(path: string, body: unknown, options?: RequestOptions): Promise<T> {
    return this.#json(path, { ...options, method: 'POST', body });
  }

  async #json<T>(path: string, request: Request = {}): Promise<T> {
    const { method = 'GET', body, token, signal } = request;
    const base = await this.#discovery.getBaseUrl('ml-deployment');
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
    return response.json() as Promise<T>;
  }
}
