import { JsonObject } from '@backstage/types';
import {
  Campaign,
  CampaignDetail,
  CampaignInput,
  CampaignListResponse,
  CampaignPatch,
  PromotionInput,
  PromotionResponse,
  ReminderResponse,
} from '../api/campaigns';
import { EvaluationRequest, EvaluationTask } from '../api/evaluations';
import {
  ExpiringResponse,
  GapResponse,
  MoverResponse,
  PortfolioFilter,
  RollupRequest,
  RollupResponse,
  ScorecardListRequest,
  ScorecardListResponse,
  TrendResponse,
} from '../api/portfolio';
import {
  AssessmentDraftRecord,
  AssessmentState,
  Capabilities,
  CheckRecords,
  GateRequest,
  GateResponse,
  RubricDetail,
  RubricEntry,
  ScorecardAnswer,
  ScorecardHistory,
} from '../api/scorecards';
import { WhatIfRequest, WhatIfResponse } from '../api/whatIf';
import { Attestation } from '../attestations/types';
import { Waiver } from '../waivers/types';
import { WaiverDecisionInput, WaiverRequest } from '../waivers/waiverInput';
import { AttestationBody } from './types';

/** How one request is made. @public */
export interface RequestOptions {
  /** Needed where no fetch API adds one. */
  token?: string;
  signal?: AbortSignal;
}

/** A check of an entity; the rubric is the first one without it. @public */
export interface CheckSelector {
  entityRef: string;
  checkId: string;
  rubric?: string;
}

/** Lists that can be had as a file. @public */
export type ExportRequest =
  | ({ list: 'scorecards' } & ScorecardListRequest)
  | ({ list: 'rollups' } & RollupRequest)
  | ({ list: 'gaps' } & PortfolioFilter)
  | ({ list: 'expiring'; days?: number } & PortfolioFilter)
  | { list: 'campaign'; id: string };

/** All that the maturity backend answers. @public */
export interface MlMaturityApi {
  getRubrics(options?: RequestOptions): Promise<{ items: RubricEntry[] }>;
  getRubric(id: string, options?: RequestOptions): Promise<RubricDetail>;
  getCapabilities(
    request?: { entityRef?: string },
    options?: RequestOptions,
  ): Promise<Capabilities>;

  /** A model that was not evaluated yet is evaluated now; look at the answer's `state`. */
  getScorecard(
    request: { entityRef: string; rubric?: string },
    options?: RequestOptions,
  ): Promise<ScorecardAnswer>;
  getHistory(
    request: {
      entityRef: string;
      rubric?: string;
      checkId?: string;
      days?: number;
      limit?: number;
      before?: number;
    },
    options?: RequestOptions,
  ): Promise<ScorecardHistory>;
  getCheckRecords(
    request: CheckSelector,
    options?: RequestOptions,
  ): Promise<CheckRecords>;
  putAttestation(
    request: CheckSelector & { attestation: AttestationBody },
    options?: RequestOptions,
  ): Promise<Attestation>;
  deleteAttestation(
    /** With the id of the answer that the author saw, a newer one is not withdrawn unseen. */
    request: CheckSelector & { previousId?: string },
    options?: RequestOptions,
  ): Promise<void>;
  putWaiver(
    request: CheckSelector & { waiver: WaiverRequest | WaiverDecisionInput },
    options?: RequestOptions,
  ): Promise<Waiver>;
  deleteWaiver(
    /** With the id of the waiver that is meant, a newer one is not revoked unseen. */
    request: CheckSelector & { waiverId?: string },
    options?: RequestOptions,
  ): Promise<void>;
  getAssessment(
    request: { entityRef: string; rubric?: string },
    options?: RequestOptions,
  ): Promise<AssessmentState>;
  saveDraft(
    request: CheckSelector & {
      answer: JsonObject;
      /**
       * Revision of the draft that the author saw, null for none: a newer one
       * is not replaced unseen. Without it whatever is there is replaced.
       */
      revision?: string | null;
    },
    options?: RequestOptions,
  ): Promise<AssessmentDraftRecord>;
  deleteDraft(
    /** With the revision that is meant, a newer one is not deleted unseen. */
    request: CheckSelector & { revision?: string },
    options?: RequestOptions,
  ): Promise<void>;

  listScorecards(
    request?: ScorecardListRequest,
    options?: RequestOptions,
  ): Promise<ScorecardListResponse>;
  getRollup(
    request: RollupRequest,
    options?: RequestOptions,
  ): Promise<RollupResponse>;
  getTrend(
    request?: PortfolioFilter & { days?: number },
    options?: RequestOptions,
  ): Promise<TrendResponse>;
  getGaps(
    request?: PortfolioFilter,
    options?: RequestOptions,
  ): Promise<GapResponse>;
  getMovers(
    request?: PortfolioFilter & { days?: number; limit?: number },
    options?: RequestOptions,
  ): Promise<MoverResponse>;
  getExpiring(
    request?: PortfolioFilter & {
      /** How many days ahead; 30 without it. */
      days?: number;
      /** How many days back, for those that expired; 30 without it. */
      pastDays?: number;
      limit?: number;
    },
    options?: RequestOptions,
  ): Promise<ExpiringResponse>;
  /** A list as a CSV file. */
  exportCsv(request: ExportRequest, options?: RequestOptions): Promise<string>;

  evaluate(
    request?: EvaluationRequest,
    options?: RequestOptions,
  ): Promise<EvaluationTask>;
  getEvaluation(id: string, options?: RequestOptions): Promise<EvaluationTask>;
  gate(request: GateRequest, options?: RequestOptions): Promise<GateResponse>;
  whatIf(
    request: WhatIfRequest,
    options?: RequestOptions,
  ): Promise<WhatIfResponse>;

  listCampaigns(options?: RequestOptions): Promise<CampaignListResponse>;
  createCampaign(
    input: CampaignInput,
    options?: RequestOptions,
  ): Promise<Campaign>;
  getCampaign(id: string, options?: RequestOptions): Promise<CampaignDetail>;
  updateCampaign(
    id: string,
    patch: CampaignPatch,
    options?: RequestOptions,
  ): Promise<Campaign>;
  closeCampaign(id: string, options?: RequestOptions): Promise<CampaignDetail>;
  promoteCampaign(
    id: string,
    input?: PromotionInput,
    options?: RequestOptions,
  ): Promise<PromotionResponse>;
  /** Reminds the owners of models that are left, each at most once a day. */
  remindCampaign(
    id: string,
    options?: RequestOptions,
  ): Promise<ReminderResponse>;
}
