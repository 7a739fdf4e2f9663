import type { SliceHealth } from '@airworthy/plugin-ml-monitoring-common';
import {
  type MonitoredDeployment,
  MonitoringSourceError,
  type SliceQuestion,
} from '@airworthy/plugin-ml-monitoring-node';
import type { LogColumn, OpenedLog } from '../../log/types';
import { answerFromLog, type OpenedQuestion } from '../answerFromLog';
import {
  metricsOf,
  partQuality,
  type QualityKind,
  qualityKind,
} from '../quality/partQuality';
import { qualityKey } from '../quality/qualityKey';
import { tellOutcome } from '../quality/tellOutcome';
import { countRows } from '../shared/countRows';
import { sourceAnswer } from '../sourceAnswer';
import type { QuestionTools } from '../types';
import { LEAST_SLICE_ROWS, sliceQualities } from './sliceQuality';

const refused = (message: string) =>
  new MonitoringSourceError('refused', message);

/** Columns that quality can be broken down by: declared slices, and categorical features beside them. */
function columnsOf(log: OpenedLog): LogColumn[] {
  const names = new Set(log.slices.map(({ name }) => name));
  const others = log.features.filter(
    ({ name, type }) => type === 'categorical' && !names.has(name),
  );
  return [...log.slices, ...others];
}

function chosen(log: OpenedLog, by: string | undefined): LogColumn[] {
  if (by === undefined) return log.slices;
  const found = columnsOf(log).find(({ name }) => name === by);
  if (!found) {
    throw refused(
      `by: expected one of ${columnsOf(log)
        .map(({ name }) => name)
        .join(', ')}, was ${by}`,
    );
  }
  return [found];
}

function metricOf(kind: QualityKind, metric: string | undefined) {
  const metrics = metricsOf(kind);
  const found = metric
    ? metrics.find(one => one.metric === metric)
    : metrics[0];
  if (!found) {
    throw refused(
      `metric: expected one of ${metrics
        .map(one => one.metric)
        .join(', ')}, was ${metric}`,
    );
  }
  return found;
}

async function compute(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  question: SliceQuestion,
  { log, signal }: OpenedQuestion,
): Promise<SliceHealth> {
  const { window, variant, by, metric } = question;
  const { engine } = tools;
  const rows = () => log.rows({ window, variant });
  const columns = chosen(log, by);
  const told = await tellOutcome(engine, deployment, log, rows(), signal);
  const kind = qualityKind(deployment.task, told);
  if (!kind || !log.has('label')) {
    throw new MonitoringSourceError(
      'invalid-data',
      `${log.path} has no labels and predictions that quality could be told from`,
    );
  }
  const chosenMetric = metricOf(kind, metric);
  const [{ count, newest }, parts] = await Promise.all([
    countRows(tools, log, log.rows({ window, variant, labels: false }), signal),
    partQuality(
      engine,
      rows(),
      kind,
      [...columns.map(({ sql }) => ({ sql })), {}],
      signal,
    ),
  ]);
  const all = parts.find(({ set }) => set === columns.length);
  const overall = all?.figures.get(chosenMetric.metric);
  return {
    ...sourceAnswer(deployment, {
      window,
      rowsRead: count,
      freshAt: newest,
      notices: [
        ...log.notices,
        `Figures are of the rows whose labels have arrived; slices of fewer than ${LEAST_SLICE_ROWS} of them have none.`,
      ],
      now: tools.now(),
    }),
    columns: columnsOf(log).map(({ name }) => name),
    metric: chosenMetric.metric,
    overall: { value: overall?.value ?? null, rows: overall?.rows ?? 0 },
    slices: sliceQualities(columns, parts, chosenMetric),
  };
}

/** Tells the quality of parts of the rows, worst first. */
export function answerSlices(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  question: SliceQuestion,
): Promise<SliceHealth> {
  const { window, signal, maxPoints: _, ...rest } = question;
  return answerFromLog(
    tools,
    {
      deployment,
      window,
      signal,
      key: ['slices', rest, qualityKey(deployment)],
    },
    opened => compute(tools, deployment, question, opened),
  );
}
