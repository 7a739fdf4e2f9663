import {
  MlMonitoringApi,
  RequestOptions,
} from '@airworthy/plugin-ml-monitoring-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';

type Query = Record<string, string | number | string[] | undefined>;

/** Reads the health of deployments over HTTP. */
export class MlMonitoringClient implements MlMonitoringApi {
  private readonly discoveryApi: DiscoveryApi;
  private readonly fetchApi: FetchApi;

  constructor(apis: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.discoveryApi = apis.discoveryApi;
    this.fetchApi = apis.fetchApi;
  }

  getFleet: MlMonitoringApi['getFleet'] = (query, options) =>
    this.request('GET', '/fleet', { query: query as Query, ...options });
  getStatus: MlMonitoringApi['getStatus'] = (request, options) =>
    this.read('/status', request, options);
  getService: MlMonitoringApi['getService'] = (request, options) =>
    this.read('/service', request, options);
  getData: MlMonitoringApi['getData'] = (request, options) =>
    this.read('/data', request, options);
  getFeature: MlMonitoringApi['getFeature'] = (
    { feature, ...request },
    options,
  ) => this.read(`/data/${encodeURIComponent(feature)}`, request, options);
  getModel: MlMonitoringApi['getModel'] = (request, options) =>
    this.read('/model', request, options);
  getSlices: MlMonitoringApi['getSlices'] = (request, options) =>
    this.read('/slices', request, options);
  getComparison: MlMonitoringApi['getComparison'] = (request, options) =>
    this.read('/comparison', request, options);
  getDisagreements: MlMonitoringApi['getDisagreements'] = (request, options) =>
    this.read('/disagreements', request, options);
  getAlerts: MlMonitoringApi['getAlerts'] = (request, options) =>
    this.read('/alerts', request, options);
  getSetup: MlMonitoringApi['getSetup'] = (request, options) =>
    this.read('/setup', request, options);
  preview: MlMonitoringApi['preview'] = ({ entityRef, ...body }, options) =>
    this.request('POST', `${pathOf(entityRef)}/preview`, { body, ...options });
  putMute: MlMonitoringApi['putMute'] = (
    { entityRef, checkId, ...body },
    options,
  ) =>
    this.request(
      'PUT',
      `${pathOf(entityRef)}/mutes/${encodeURIComponent(checkId)}`,
      { body, ...options },
    );
  deleteMute: MlMonitoringApi['deleteMute'] = (
    { entityRef, checkId },
    options,
  ) =>
    this.request(
      'DELETE',
      `${pathOf(entityRef)}/mutes/${encodeURIComponent(checkId)}`,
      { ...options },
    );
  evaluate: MlMonitoringApi['evaluate'] = ({ entityRef }, options) =>
    this.request('POST', `${pathOf(entityRef)}/evaluate`, { ...options });

  private read<T>(
    path: string,
    { entityRef, ...query }: { entityRef: string },
    options?: RequestOptions,
  ): Promise<T> {
    return this.request('GET', pathOf(entityRef) + path, {
      query: query as Query,
      ...options,
    });
  }

  private async request<T>(
    method: string,
    path: string,
    options: RequestOptions & { query?: Query; body?: unknown },
  ): Promise<T> {
    const base = await this.discoveryApi.getBaseUrl('ml-monitoring');
    const params = new URLSearchParams();
    for (const [key, value] of Object.entries(options.query ?? {})) {
      for (const one of [value].flat()) {
        if (one !== undefined) params.append(key, String(one));
      }
    }
    const query = params.toString();
    const response = await this.fetchApi.fetch(
      `${base}${path}${query ? `?${query}` : ''}`,
      {
        method,
        signal: options.signal,
        ...(options.body !== undefined && {
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(options.body),
        }),
      },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }
}

function pathOf(entityRef: string): string {
  const { namespace, name } = parseEntityRef(entityRef);
  return `/deployments/${encodeURIComponent(namespace)}/${encodeURIComponent(
    name,
  )}`;
}
