import type { ModelHealth } from '@airworthy/plugin-ml-monitoring-common';
import type {
  BaselineQuestion,
  MonitoredDeployment,
} from '@airworthy/plugin-ml-monitoring-node';
import { answerFromLog, type OpenedQuestion } from '../answerFromLog';
import { compareColumns } from '../columns/compareColumns';
import { PART_SCORE_STEPS } from '../quality/binarySums';
import { qualityKey } from '../quality/qualityKey';
import { countRows } from '../shared/countRows';
import { stepsOf } from '../shared/steps';
import { inspectRows } from '../inspectRows';
import { sourceAnswer } from '../sourceAnswer';
import type { QuestionTools } from '../types';
import { generationHealth } from './generation';
import { labelCoverage } from './labelCoverage';
import { predictionColumn, predictionReference } from './predictionColumn';
import type { TokenPrices } from './prices';
import { qualityOf } from './qualityOf';

/** Points of a series of quality: each is told from all scores of its step. */
const MOST_POINTS = 120;

/** Parts of the answer that few ask for. */
export interface ModelHealthOptions {
  prices?: TokenPrices;
}

async function predictionDrift(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  { window, variant }: BaselineQuestion,
  { log, baseline, signal }: OpenedQuestion,
  rowCount: number,
) {
  const column = predictionColumn(log, deployment.task);
  if (!column) return undefined;
  const [compared] = await compareColumns(tools, {
    columns: [column],
    rows: log.rows({ window, variant, labels: false }),
    rowCount,
    reference: predictionReference(baseline, column, variant),
    choice: { ruleSet: deployment.monitoring.drift?.ruleSet },
    drift: true,
    distinct: false,
    signal,
  });
  return compared;
}

async function compute(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  question: BaselineQuestion,
  opened: OpenedQuestion,
  { prices = {} }: ModelHealthOptions,
): Promise<ModelHealth> {
  const { window, variant, maxPoints } = question;
  const { log, baseline, signal } = opened;
  const { engine } = tools;
  const steps = stepsOf(window, Math.min(maxPoints, MOST_POINTS));
  const plain = () => log.rows({ window, variant, labels: false });
  const { count, newest } = await countRows(tools, log, plain(), signal);
  const [compared, labels, quality, generation, flaws] = await Promise.all([
    predictionDrift(tools, deployment, question, opened, count),
    labelCoverage(engine, log, log.rows({ window, variant }), signal),
    qualityOf(tools, deployment, question, opened, steps),
    generationHealth({
      engine,
      deployment,
      log,
      rows: plain,
      rowCount: count,
      steps,
      prices,
      signal,
    }),
    inspectRows(tools, log, { window, variant, labels: true, signal }),
  ]);
  const notices = [
    ...log.notices,
    ...(baseline?.log.notices ?? []),
    ...quality.notices,
    ...flaws,
    ...(generation?.notices ?? []),
  ];
  if (quality.series.some(({ metric }) => metric === 'roc_auc')) {
    notices.push(
      `Over time and by slice, scores are told apart to the nearest ${
        1 / PART_SCORE_STEPS
      }.`,
    );
  }
  const [drift] = compared?.tests ?? [];
  return {
    ...sourceAnswer(deployment, {
      window,
      rowsRead: count,
      freshAt: newest,
      notices,
      now: tools.now(),
    }),
    task: deployment.task,
    ...(drift && { predictionDrift: drift }),
    ...(compared?.distribution && {
      predictionDistribution: compared.distribution,
    }),
    ...(labels && { labels }),
    ...(quality.quality && { quality: quality.quality }),
    ...(quality.estimate &&
      quality.quality?.kind !== 'estimate' && { estimate: quality.estimate }),
    series: [...quality.series, ...(generation?.series ?? [])],
    slices: quality.slices,
    ...(generation && { generation: generation.generation }),
  };
}

/** Tells whether predictions are as they were, and right. */
export function answerModelHealth(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  question: BaselineQuestion,
  options: ModelHealthOptions = {},
): Promise<ModelHealth> {
  const { window, variant, baseline, signal, maxPoints } = question;
  return answerFromLog(
    tools,
    {
      deployment,
      window,
      baseline,
      signal,
      key: [
        'model',
        variant ?? null,
        maxPoints,
        qualityKey(deployment),
        deployment.monitoring.drift?.ruleSet ?? null,
        deployment.names.model ?? null,
      ],
    },
    opened => compute(tools, deployment, question, opened, options),
  );
}
