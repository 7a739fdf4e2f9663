import {
  compareStatus,
  correctAssessments,
  type DataHealth,
  type DriftAssessment,
  type FeatureHealth,
} from '@airworthy/plugin-ml-monitoring-common';
import type {
  DataQuestion,
  MonitoredDeployment,
} from '@airworthy/plugin-ml-monitoring-node';
import { answerFromLog, type OpenedQuestion } from '../answerFromLog';
import { compareColumns, type ComparedColumn } from '../columns/compareColumns';
import { featureFigures, judgedFeature } from '../columns/featureHealthOf';
import { referenceOf } from '../columns/referenceOf';
import { baselineInfo } from '../shared/baselineInfo';
import { countRows } from '../shared/countRows';
import { columnNotices } from '../columns/columnNotices';
import { sourceAnswer } from '../sourceAnswer';
import type { QuestionTools } from '../types';

/** Corrects p-values for the number of features, as the deployment asks for. */
function corrected(
  deployment: MonitoredDeployment,
  compared: readonly ComparedColumn[],
): ComparedColumn[] {
  const correction = deployment.monitoring.drift?.correction ?? 'none';
  const tested = compared.flatMap(({ tests }) => tests.slice(0, 1));
  const judged = correctAssessments(tested, correction);
  const byTest = new Map<DriftAssessment, DriftAssessment>(
    tested.map((assessment, i) => [assessment, judged[i]]),
  );
  return compared.map(column => ({
    ...column,
    tests: column.tests.map(test => byTest.get(test) ?? test),
  }));
}

/** Furthest over its limit first, whatever the test. */
function severity({ drift }: FeatureHealth): number {
  if (!drift || !Number.isFinite(drift.value)) return -Infinity;
  const limit = drift.limits?.critical ?? drift.limits?.warning;
  if (!limit)
    return drift.plan.figure === 'p-value' ? -drift.value : drift.value;
  return drift.plan.figure === 'p-value'
    ? limit / Math.max(drift.value, Number.MIN_VALUE)
    : drift.value / limit;
}

function worstFirst(features: FeatureHealth[]): FeatureHealth[] {
  return features.sort(
    (a, b) =>
      compareStatus(a.status, b.status) ||
      severity(b) - severity(a) ||
      (b.missingShare ?? 0) - (a.missingShare ?? 0) ||
      (a.feature < b.feature ? -1 : 1),
  );
}

async function compute(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  question: DataQuestion,
  { log, baseline, signal }: OpenedQuestion,
): Promise<DataHealth> {
  const { window, variant, aspects, ruleSet, test } = question;
  const rows = () => log.rows({ window, variant, labels: false });
  const { count, newest } = await countRows(tools, log, rows(), signal);
  const compared = corrected(
    deployment,
    await compareColumns(tools, {
      columns: log.features,
      rows: rows(),
      rowCount: count,
      reference: referenceOf(baseline, variant),
      choice: {
        ruleSet: ruleSet ?? deployment.monitoring.drift?.ruleSet,
        test,
      },
      drift: !aspects || aspects.includes('drift'),
      signal,
    }),
  );
  const referenceRows =
    compared.find(({ reference }) => reference)?.reference?.rows ?? 0;
  return {
    ...sourceAnswer(deployment, {
      window,
      rowsRead: count,
      freshAt: newest,
      notices: [
        ...log.notices,
        ...(baseline?.log.notices ?? []),
        ...columnNotices(compared, { test, referenceRows }),
      ],
      now: tools.now(),
    }),
    ...(baseline && { baseline: baselineInfo(baseline, referenceRows) }),
    features: worstFirst(
      compared.map(column =>
        judgedFeature(deployment, featureFigures(column), window, {
          hasBaseline: baseline !== undefined,
          aspects,
        }),
      ),
    ),
  };
}

/** Tells of each input whether it is as it was. */
export function answerDataHealth(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  question: DataQuestion,
): Promise<DataHealth> {
  const { window, variant, baseline, aspects, ruleSet, test, signal } =
    question;
  const { drift, thresholds } = deployment.monitoring;
  return answerFromLog(
    tools,
    {
      deployment,
      window,
      baseline,
      signal,
      key: [
        'data',
        variant ?? null,
        aspects ?? null,
        ruleSet ?? null,
        test ?? null,
        drift ?? null,
        thresholds ?? null,
        deployment.task,
      ],
    },
    opened => compute(tools, deployment, question, opened),
  );
}
