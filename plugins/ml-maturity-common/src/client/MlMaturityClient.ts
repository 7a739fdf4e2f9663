import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { expandRollup } from '../api/rollupRows';
import { toQuery } from './toQuery';
import {
  CheckSelector,
  ExportRequest,
  MlMaturityApi,
  RequestOptions,
} from './MlMaturityApi';

type Api<K extends keyof MlMaturityApi> = MlMaturityApi[K];

interface Request extends RequestOptions {
  method?: string;
  body?: unknown;
}

function scorecardPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef, {
    defaultNamespace: 'default',
  });
  return `/scorecards/${[kind, namespace, name]
    .map(encodeURIComponent)
    .join('/')}`;
}

function checkPath(
  { entityRef, checkId, rubric }: CheckSelector,
  of = '',
  query: object = {},
) {
  return `${scorecardPath(entityRef)}/checks/${encodeURIComponent(
    checkId,
  )}${of}${toQuery({ rubric, ...query })}`;
}

function draftPath(
  { entityRef, checkId, rubric }: CheckSelector,
  query: object = {},
) {
  return `${scorecardPath(entityRef)}/assessment/${encodeURIComponent(
    checkId,
  )}${toQuery({ rubric, ...query })}`;
}

function exportPath(request: ExportRequest): string {
  if (request.list === 'campaign') {
    return `/campaigns/${encodeURIComponent(request.id)}?format=csv`;
  }
  const { list, ...query } = request;
  return `/${list}${toQuery({ ...query, format: 'csv' })}`;
}

/** Client of the maturity backend, for browser and backend alike. @public */
export class MlMaturityClient implements MlMaturityApi {
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

  getRubrics: Api<'getRubrics'> = options => this.#json('/rubrics', options);

  getRubric: Api<'getRubric'> = (id, options) =>
    this.#json(`/rubrics/${encodeURIComponent(id)}`, options);

  getCapabilities: Api<'getCapabilities'> = (request = {}, options = {}) =>
    this.#json(`/capabilities${toQuery(request)}`, options);

  getScorecard: Api<'getScorecard'> = ({ entityRef, rubric }, options) =>
    this.#json(`${scorecardPath(entityRef)}${toQuery({ rubric })}`, options);

  getHistory: Api<'getHistory'> = ({ entityRef, ...query }, options) =>
    this.#json(`${scorecardPath(entityRef)}/history${toQuery(query)}`, options);

  getCheckRecords: Api<'getCheckRecords'> = (request, options) =>
    this.#json(checkPath(request), options);

  putAttestation: Api<'putAttestation'> = (request, options) =>
    this.#json(checkPath(request, '/attestation'), {
      ...options,
      method: 'PUT',
      body: request.attestation,
    });

  deleteAttestation: Api<'deleteAttestation'> = (request, options) =>
    this.#nothing(
      checkPath(request, '/attestation', { previousId: request.previousId }),
      {
        ...options,
        method: 'DELETE',
      },
    );

  putWaiver: Api<'putWaiver'> = (request, options) =>
    this.#json(checkPath(request, '/waiver'), {
      ...options,
      method: 'PUT',
      body: request.waiver,
    });

  deleteWaiver: Api<'deleteWaiver'> = (request, options) =>
    this.#nothing(
      checkPath(request, '/waiver', { waiverId: request.waiverId }),
      {
        ...options,
        method: 'DELETE',
      },
    );

  getAssessment: Api<'getAssessment'> = ({ entityRef, rubric }, options) =>
    this.#json(
      `${scorecardPath(entityRef)}/assessment${toQuery({ rubric })}`,
      options,
    );

  saveDraft: Api<'saveDraft'> = (request, options) =>
    this.#json(draftPath(request), {
      ...options,
      method: 'PUT',
      body: { answer: request.answer, revision: request.revision },
    });

  deleteDraft: Api<'deleteDraft'> = (request, options) =>
    this.#nothing(draftPath(request, { revision: request.revision }), {
      ...options,
      method: 'DELETE',
    });

  listScorecards: Api<'listScorecards'> = (request = {}, options = {}) =>
    this.#json(`/scorecards${toQuery(request)}`, options);

  getRollup: Api<'getRollup'> = async (request, options) =>
    expandRollup(await this.#json(`/rollups${toQuery(request)}`, options));

  getTrend: Api<'getTrend'> = (request = {}, options = {}) =>
    this.#json(`/trends${toQuery(request)}`, options);

  getGaps: Api<'getGaps'> = (request = {}, options = {}) =>
    this.#json(`/gaps${toQuery(request)}`, options);

  getMovers: Api<'getMovers'> = (request = {}, options = {}) =>
    this.#json(`/movers${toQuery(request)}`, options);

  getExpiring: Api<'getExpiring'> = (request = {}, options = {}) =>
    this.#json(`/expiring${toQuery(request)}`, options);

  exportCsv: Api<'exportCsv'> = async (request, options) => {
    const response = await this.#request(exportPath(request), options);
    return response.text();
  };

  evaluate: Api<'evaluate'> = (request = {}, options = {}) =>
    this.#json('/evaluations', { ...options, method: 'POST', body: request });

  getEvaluation: Api<'getEvaluation'> = (id, options) =>
    this.#json(`/evaluations/${encodeURIComponent(id)}`, options);

  gate: Api<'gate'> = (request, options) =>
    this.#json('/gate', { ...options, method: 'POST', body: request });

  whatIf: Api<'whatIf'> = (request, options) =>
    this.#json('/what-if', { ...options, method: 'POST', body: request });

  listCampaigns: Api<'listCampaigns'> = options =>
    this.#json('/campaigns', options);

  createCampaign: Api<'createCampaign'> = (input, options) =>
    this.#json('/campaigns', { ...options, method: 'POST', body: input });

  getCampaign: Api<'getCampaign'> = (id, options) =>
    this.#json(`/campaigns/${encodeURIComponent(id)}`, options);

  updateCampaign: Api<'updateCampaign'> = (id, patch, options) =>
    this.#json(`/campaigns/${encodeURIComponent(id)}`, {
      ...options,
      method: 'PATCH',
      body: patch,
    });

  closeCampaign: Api<'closeCampaign'> = (id, options) =>
    this.#json(`/campaigns/${encodeURIComponent(id)}/close`, {
      ...options,
      method: 'POST',
    });

  promoteCampaign: Api<'promoteCampaign'> = (id, input = {}, options = {}) =>
    this.#json(`/campaigns/${encodeURIComponent(id)}/promote`, {
      ...options,
      method: 'POST',
      body: input,
    });

  remindCampaign: Api<'remindCampaign'> = (id, options) =>
    this.#json(`/campaigns/${encodeURIComponent(id)}/remind`, {
      ...options,
      method: 'POST',
    });

  async #json<T>(path: string, request?: Request): Promise<T> {
    const response = await this.#request(path, request);
    return response.json() as Promise<T>;
  }

  async #nothing(path: string, request?: Request): Promise<void> {
    await this.#request(path, request);
  }

  async #request(path: string, request: Request = {}): Promise<Response> {
    const { method = 'GET', body, token, signal } = request;
    const base = await this.#discovery.getBaseUrl('ml-maturity');
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
