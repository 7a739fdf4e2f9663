import {
  type FeatureDetail,
  quantiles,
} from '@airworthy/plugin-ml-monitoring-common';
import {
  type FeatureQuestion,
  type MonitoredDeployment,
  MonitoringSourceError,
} from '@airworthy/plugin-ml-monitoring-node';
import type { LogColumn, OpenedLog } from '../../log/types';
import { answerFromLog, type OpenedQuestion } from '../answerFromLog';
import { columnNotices } from '../columns/columnNotices';
import { compareColumns, type ComparedColumn } from '../columns/compareColumns';
import { countColumns } from '../columns/countColumns';
import { describeColumns } from '../columns/describeColumns';
import { featureFigures, judgedFeature } from '../columns/featureHealthOf';
import { PERCENTILE_STEPS, percentilesOf } from '../columns/percentiles';
import { referenceOf } from '../columns/referenceOf';
import { baselineInfo } from '../shared/baselineInfo';
import { countRows } from '../shared/countRows';
import { stepsOf } from '../shared/steps';
import { sourceAnswer } from '../sourceAnswer';
import type { QuestionTools } from '../types';
import { partSeries } from './partSeries';

const PROBABILITIES = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1];

function requireFeature(log: OpenedLog, name: string): LogColumn {
  const column = log.features.find(feature => feature.name === name);
  if (!column) {
    throw new MonitoringSourceError(
      'invalid-data',
      `${log.path} has no feature "${name}"; it has ${log.features.length} others`,
    );
  }
  return column;
}

const known = (values: readonly number[]) =>
  values.map(value => (Number.isFinite(value) ? value : null));

async function quantilesOf(
  tools: QuestionTools,
  compared: ComparedColumn,
  rows: Parameters<typeof describeColumns>[0]['rows'],
  signal: AbortSignal,
): Promise<FeatureDetail['quantiles']> {
  const { column, current, reference } = compared;
  if (column.type !== 'numeric') return undefined;
  const pick = (percentiles: readonly number[]) =>
    known(
      PROBABILITIES.map(
        p => percentiles[Math.round(p * PERCENTILE_STEPS)] ?? NaN,
      ),
    );
  const options = { engine: tools.engine, rows, columns: [column], signal };
  const ofCurrent = async () => {
    if (current.values) return known(quantiles(current.values, PROBABILITIES));
    const facts = await describeColumns({ ...options, rangeOnly: true });
    const percentiles = await percentilesOf({ ...options, facts });
    return pick(percentiles.get(column.name) ?? []);
  };
  const values = reference?.counts?.values;
  return {
    probabilities: PROBABILITIES,
    reference: values
      ? known(quantiles(values, PROBABILITIES))
      : pick(reference?.percentiles ?? []),
    current: await ofCurrent(),
  };
}

/** Values counted in each step, all steps together; more of them take fewer steps. */
const MOST_GROUPS = 200_000;
const FEWEST_POINTS = 10;

function pointsFor({ current }: ComparedColumn, maxPoints: number): number {
  const values = current.values?.values.length ?? current.categories?.size ?? 1;
  return Math.min(
    maxPoints,
    Math.max(FEWEST_POINTS, Math.floor(MOST_GROUPS / Math.max(1, values))),
  );
}

async function compute(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  question: FeatureQuestion,
  { log, baseline, signal }: OpenedQuestion,
): Promise<FeatureDetail> {
  const { window, variant, ruleSet, test, maxPoints } = question;
  const column = requireFeature(log, question.feature);
  const rows = () => log.rows({ window, variant, labels: false });
  const { count, newest } = await countRows(tools, log, rows(), signal);
  const [compared] = await compareColumns(tools, {
    columns: [column],
    rows: rows(),
    rowCount: count,
    reference: referenceOf(baseline, variant),
    choice: {
      ruleSet: ruleSet ?? deployment.monitoring.drift?.ruleSet,
      test,
      allTests: true,
    },
    drift: true,
    signal,
  });
  const steps = stepsOf(window, pointsFor(compared, maxPoints));
  const [parts, found] = await Promise.all([
    countColumns({
      engine: tools.engine,
      rows: rows(),
      columns: [compared],
      part: steps.sql,
      signal,
    }),
    quantilesOf(tools, compared, rows(), signal),
  ]);
  const { reference, tests, distribution } = compared;
  return {
    ...sourceAnswer(deployment, {
      window,
      rowsRead: count,
      freshAt: newest,
      notices: [
        ...log.notices,
        ...(baseline?.log.notices ?? []),
        ...columnNotices([compared], {
          test,
          referenceRows: reference?.rows ?? 0,
        }),
      ],
      now: tools.now(),
    }),
    feature: judgedFeature(deployment, featureFigures(compared), window, {
      hasBaseline: baseline !== undefined,
    }),
    ...(baseline && { baseline: baselineInfo(baseline, reference?.rows ?? 0) }),
    tests,
    ...(distribution && { distribution }),
    series: partSeries(compared, parts, steps),
    ...(found && { quantiles: found }),
  };
}

/** Tells of one input, by every test that fits it and over time. */
export function answerFeatureHealth(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  question: FeatureQuestion,
): Promise<FeatureDetail> {
  const { window, baseline, signal, maxPoints, ...rest } = question;
  const { drift, thresholds } = deployment.monitoring;
  return answerFromLog(
    tools,
    {
      deployment,
      window,
      baseline,
      signal,
      key: ['feature', rest, maxPoints, drift, thresholds, deployment.task],
    },
    opened => compute(tools, deployment, question, opened),
  );
}
