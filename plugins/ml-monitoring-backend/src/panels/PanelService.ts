import {
  ChangeMarker,
  DataHealth,
  DriftQuery,
  FeatureDetail,
  HealthCheck,
  ModelHealth,
  PanelAnswer,
  ServiceHealth,
  SourceAnswer,
  SourceResult,
  TimeWindow,
  judgeData,
  judgeFeature,
  judgeModel,
  judgeService,
  mergeChecks,
} from '@airworthy/plugin-ml-monitoring-common';
import { MlBaseline } from '@airworthy/plugin-ml-models-common';
import {
  MonitoringSource,
  SourceQuestion,
} from '@airworthy/plugin-ml-monitoring-node';
import { KnownDeployment } from '../catalog/DeploymentReader';
import { MlMonitoringConfig } from '../config';
import { MuteStore } from '../database/MuteStore';
import { StatusHistoryStore } from '../database/StatusHistoryStore';
import { StatusStore } from '../database/StatusStore';
import { SourceDesk } from '../sources/SourceDesk';
import { checksOf } from '../status/groupStates';
import { onlySeen, seenVariant } from './seenVariant';
import { markersOf } from './markersOf';

const MAX_MARKERS = 200;

/** What a page asks for. */
export interface PanelQuestion {
  window: TimeWindow;
  variant?: string;
  maxPoints: number;
  /** Aborted when the caller leaves. */
  signal: AbortSignal;
}

/** What a page compares with. */
export interface ComparingQuestion extends PanelQuestion {
  baseline?: MlBaseline;
}

type Capability = Parameters<SourceDesk['ask']>[0];
type Judge<T> = (answer: T, window: TimeWindow) => HealthCheck[];

interface PanelServiceOptions {
  desk: SourceDesk;
  statuses: StatusStore;
  history: StatusHistoryStore;
  mutes: MuteStore;
  config: Pick<MlMonitoringConfig, 'timeouts'>;
}

/** Answers pages: asks the sources of a deployment, and judges what they say. */
export class PanelService {
  readonly #options: PanelServiceOptions;

  constructor(options: PanelServiceOptions) {
    this.#options = options;
  }

  service(
    deployment: KnownDeployment,
    question: PanelQuestion,
  ): Promise<PanelAnswer<ServiceHealth>> {
    return this.ask(
      'service',
      deployment,
      question,
      (source, asked) => source.serviceHealth!(deployment.monitored, asked),
      (answer, window) =>
        judgeService(deployment.judged, answer, window, question),
    );
  }

  data(
    deployment: KnownDeployment,
    question: ComparingQuestion & DriftQuery,
  ): Promise<PanelAnswer<DataHealth>> {
    return this.ask(
      'data',
      deployment,
      question,
      (source, asked) => source.dataHealth!(deployment.monitored, asked),
      (answer, window) => judgeData(deployment.judged, answer, window),
    );
  }

  feature(
    deployment: KnownDeployment,
    question: ComparingQuestion & DriftQuery & { feature: string },
  ): Promise<PanelAnswer<FeatureDetail>> {
    return this.ask(
      'feature',
      deployment,
      question,
      (source, asked) => source.featureHealth!(deployment.monitored, asked),
      (answer, window) =>
        judgeFeature(deployment.judged, answer.feature, window, {
          hasBaseline: answer.baseline !== undefined,
        }),
    );
  }

  model(
    deployment: KnownDeployment,
    question: ComparingQuestion,
  ): Promise<PanelAnswer<ModelHealth>> {
    return this.ask(
      'model',
      deployment,
      question,
      async (source, asked) => {
        const seen = seenVariant(deployment.monitored.variants);
        if (asked.variant !== undefined || seen === undefined) {
          return source.modelHealth!(deployment.monitored, asked);
        }
        const answer = await source.modelHealth!(deployment.monitored, {
          ...asked,
          variant: seen,
        });
        return { ...answer, notices: [...answer.notices, onlySeen(seen)] };
      },
      (answer, window) => judgeModel(deployment.judged, answer, window),
    );
  }

  /** Any question: the results of all sources, with checks and markers. */
  async ask<T extends SourceAnswer, Q extends PanelQuestion>(
    capability: Capability,
    deployment: KnownDeployment,
    question: Q,
    askSource: (source: MonitoringSource, asked: Q) => Promise<T>,
    judge: Judge<T> = () => [],
  ): Promise<PanelAnswer<T>> {
    const { desk, config } = this.#options;
    const { monitored, entityRef } = deployment;
    const asking = {
      signal: question.signal,
      timeoutMs: config.timeouts.panel,
    };
    const [results, markers, known] = await Promise.all([
      desk.ask(capability, monitored, asking, (source, signal) =>
        askSource(source, { ...question, signal }),
      ),
      this.#markers(deployment, question),
      this.#known(entityRef),
    ]);
    const checks = this.#judged(results, question.window, judge).map(check => {
      const { since, status, mutedUntil } = known.get(check.id) ?? {};
      return {
        ...check,
        // Other windows than that of the evaluation may say otherwise.
        ...(status === check.status && since && { since }),
        ...(mutedUntil && { mutedUntil }),
      };
    });
    return { entityRef, window: question.window, results, checks, markers };
  }

  #judged<T extends SourceAnswer>(
    results: readonly SourceResult<T>[],
    window: TimeWindow,
    judge: Judge<T>,
  ): HealthCheck[] {
    return mergeChecks(
      results.flatMap(result =>
        result.ok ? judge(result.answer, window) : [],
      ),
    );
  }

  async #known(entityRef: string) {
    const { statuses, mutes } = this.#options;
    const [stored, muted] = await Promise.all([
      statuses.get(entityRef),
      mutes.of(entityRef, new Date()),
    ]);
    const known = new Map<
      string,
      Partial<Pick<HealthCheck, 'since' | 'status' | 'mutedUntil'>>
    >(checksOf(stored?.groups ?? {}).map(check => [check.id, check]));
    for (const { checkId, until } of muted) {
      known.set(checkId, { ...known.get(checkId), mutedUntil: until });
    }
    return known;
  }

  async #markers(
    { monitored, entity, entityRef }: KnownDeployment,
    { window, maxPoints, signal }: PanelQuestion,
  ): Promise<ChangeMarker[]> {
    const { desk, history, config } = this.#options;
    const asking = { signal, timeoutMs: config.timeouts.panel };
    const [versions, statusChanges] = await Promise.all([
      desk.changes(monitored, asking, (source, own) => {
        const question: SourceQuestion = { window, maxPoints, signal: own };
        return source.changes!(monitored, question);
      }),
      history.changesWithin(entityRef, window, MAX_MARKERS),
    ]);
    return markersOf({
      window,
      versions,
      statusChanges,
      strategy: entity.spec.strategy,
    });
  }
}
