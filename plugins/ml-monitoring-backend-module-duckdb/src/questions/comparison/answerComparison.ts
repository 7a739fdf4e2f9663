import type { VariantComparison } from '@airworthy/plugin-ml-monitoring-common';
import {
  type ComparisonQuestion,
  type MonitoredDeployment,
  MonitoringSourceError,
} from '@airworthy/plugin-ml-monitoring-node';
import type { OpenedLog } from '../../log/types';
import { answerFromLog, type OpenedQuestion } from '../answerFromLog';
import { partQuality, qualityKind } from '../quality/partQuality';
import { qualityKey } from '../quality/qualityKey';
import { tellOutcome } from '../quality/tellOutcome';
import { sourceAnswer } from '../sourceAnswer';
import type { QuestionTools } from '../types';
import { compareLatencies, countLatencies } from './latency';
import { agreementOn } from './pairs';
import { compareQuality } from './quality';
import { compareService, type VariantCounts } from './service';

/** Refuses a log that does not tell variants apart. */
export function requireVariants(log: OpenedLog): void {
  if (!log.has('variant')) {
    throw new MonitoringSourceError(
      'invalid-data',
      `${log.path} does not tell variants apart. Name a column in spec.monitoring.inferenceLog.columns.variant, or one of the model version.`,
    );
  }
}

async function countVariants(
  tools: QuestionTools,
  question: ComparisonQuestion,
  { log, signal }: OpenedQuestion,
) {
  const rows = log.rows({ window: question.window, labels: false });
  const found = await tools.engine.query<
    VariantCounts & { variant: string; newest: string | null }
  >(
    `SELECT variant, count(*) AS rows,
      ${log.has('is_error') ? 'count(is_error)' : '0'} AS judged,
      ${log.has('is_error') ? 'count_if(is_error)' : '0'} AS errors,
      ${
        log.has('model_version') && log.has('ts')
          ? 'arg_max(model_version, ts)'
          : 'NULL'
      } AS "modelVersion",
      ${log.has('ts') ? 'max(ts)' : 'NULL'} AS newest
    FROM ${rows.sql} AS log WHERE variant IN ($stable, $candidate) GROUP BY 1`,
    {
      ...rows.params,
      stable: question.stable.name,
      candidate: question.candidate.name,
    },
    { signal },
  );
  const of = (name: string) =>
    found.find(({ variant }) => variant === name) ?? {
      rows: 0,
      judged: 0,
      errors: 0,
    };
  return {
    stable: of(question.stable.name),
    candidate: of(question.candidate.name),
    newest: found
      .flatMap(({ newest }) => newest ?? [])
      .sort()
      .at(-1),
  };
}

async function quality(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  question: ComparisonQuestion,
  { log, signal }: OpenedQuestion,
) {
  if (!log.has('label')) return { metrics: [], classes: log.has('prediction') };
  const { window, stable, candidate } = question;
  const rows = () => log.rows({ window });
  const { engine } = tools;
  const told = await tellOutcome(engine, deployment, log, rows(), signal);
  const kind = qualityKind(deployment.task, told);
  const classes = log.has('prediction') && kind?.kind !== 'regression';
  if (!kind) return { metrics: [], classes };
  const sets = [{ sql: 'variant' }];
  const parts = await partQuality(engine, rows(), kind, sets, signal);
  const of = (name: string) => parts.find(({ key }) => key === name);
  return {
    metrics: compareQuality(kind, of(stable.name), of(candidate.name)),
    classes,
  };
}

async function compute(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  question: ComparisonQuestion,
  opened: OpenedQuestion,
): Promise<VariantComparison> {
  const { window, stable, candidate } = question;
  const { log, signal } = opened;
  requireVariants(log);
  const { engine } = tools;
  const variants = { stable: stable.name, candidate: candidate.name };
  const rows = () => log.rows({ window, labels: false });
  const [counts, latencies, told] = await Promise.all([
    countVariants(tools, question, opened),
    log.has('latency_ms')
      ? countLatencies(engine, rows(), variants, signal)
      : undefined,
    quality(tools, deployment, question, opened),
  ]);
  const paired =
    candidate.role === 'shadow' && log.has('prediction_id')
      ? await agreementOn(engine, log, rows(), variants, {
          classes: told.classes && deployment.task !== 'regression',
          signal,
        })
      : { notices: [] };
  const seconds =
    (Date.parse(window.to) - Date.parse(window.from)) / 1_000 || 1;
  const { notices, ...agreement } = paired;
  const version = (of: VariantCounts) =>
    of.modelVersion ? { modelVersion: of.modelVersion } : {};
  return {
    ...sourceAnswer(deployment, {
      window,
      rowsRead: counts.stable.rows + counts.candidate.rows,
      freshAt: counts.newest,
      notices: [...log.notices, ...notices],
      now: tools.now(),
    }),
    stable: { variant: stable.name, ...version(counts.stable) },
    candidate: {
      variant: candidate.name,
      role: candidate.role === 'shadow' ? 'shadow' : 'candidate',
      ...version(counts.candidate),
    },
    metrics: [
      ...compareService(counts.stable, counts.candidate, {
        seconds,
        hasErrors: log.has('is_error'),
      }),
      ...(latencies ? compareLatencies(latencies) : []),
      ...told.metrics,
    ],
    ...agreement,
  };
}

/** Holds two variants against each other in the same window. */
export function answerComparison(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  question: ComparisonQuestion,
): Promise<VariantComparison> {
  const { window, signal, stable, candidate } = question;
  return answerFromLog(
    tools,
    {
      deployment,
      window,
      signal,
      key: [
        'comparison',
        stable.name,
        candidate.name,
        candidate.role,
        qualityKey(deployment),
      ],
    },
    opened => compute(tools, deployment, question, opened),
  );
}
