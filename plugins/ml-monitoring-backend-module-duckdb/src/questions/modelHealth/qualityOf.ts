import {
  regressionQuality,
  type Series,
  type SliceQuality,
} from '@airworthy/plugin-ml-monitoring-common';
import type {
  BaselineQuestion,
  MonitoredDeployment,
} from '@airworthy/plugin-ml-monitoring-node';
import type { OpenedQuestion } from '../answerFromLog';
import {
  metricsOf,
  partQuality,
  type QualityKind,
  qualityKind,
} from '../quality/partQuality';
import { regressionSums } from '../quality/regressionSums';
import { type BinaryOutcome, groupScores } from '../quality/scoreGroups';
import { tellOutcome, type ToldOutcome } from '../quality/tellOutcome';
import type { Steps } from '../shared/steps';
import { sliceQualities } from '../slices/sliceQuality';
import type { QuestionTools } from '../types';
import { classificationHealth, type ToldQuality } from './classification';
import { qualitySeries } from './qualitySeries';
import { residualsOf } from './residuals';

/** Quality with its course and its slices. */
export interface QualityAnswer extends ToldQuality {
  series: Series[];
  slices: SliceQuality[];
}

const NOTHING: QualityAnswer = { notices: [], series: [], slices: [] };

/** The baseline, where its rows have labels and answers of the same meaning. */
function labelledBaseline(
  { baseline }: OpenedQuestion,
  variant: string | undefined,
  needed: 'score' | 'prediction',
) {
  if (!baseline?.log.has('label') || !baseline.log.has(needed))
    return undefined;
  const of = baseline.kind === 'table' ? undefined : variant;
  return { log: baseline.log, rows: () => baseline.rows({ variant: of }), of };
}

/** Scores of the baseline, which tell whether estimates can be believed. */
async function referenceScores(
  tools: QuestionTools,
  opened: OpenedQuestion,
  deployment: MonitoredDeployment,
  outcome: BinaryOutcome,
  variant: string | undefined,
) {
  const baseline = labelledBaseline(opened, variant, 'score');
  if (!baseline) return undefined;
  const scores = await tools.cache.answer(
    {
      log: baseline.log.version,
      question: [
        'baseline scores',
        opened.baseline?.window ?? null,
        baseline.of ?? null,
        outcome.positive,
        outcome.threshold,
      ],
    },
    async signal => {
      const { engine } = tools;
      const told = await tellOutcome(
        engine,
        deployment,
        baseline.log,
        baseline.rows(),
        signal,
      );
      return told.binary
        ? groupScores(engine, baseline.rows(), told.binary, signal)
        : { labelled: undefined };
    },
    opened.signal,
  );
  return scores.labelled;
}

async function classification(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  question: BaselineQuestion,
  opened: OpenedQuestion,
  told: ToldOutcome,
): Promise<ToldQuality> {
  const { window, variant } = question;
  const { log, signal } = opened;
  if (!told.binary) return classificationHealth(told, undefined, undefined);
  const [scores, reference] = await Promise.all([
    groupScores(
      tools.engine,
      log.rows({ window, variant }),
      told.binary,
      signal,
    ),
    referenceScores(tools, opened, deployment, told.binary, variant),
  ]);
  return classificationHealth(told, scores, reference);
}

async function regression(
  tools: QuestionTools,
  question: BaselineQuestion,
  opened: OpenedQuestion,
  { outcome }: ToldOutcome,
): Promise<ToldQuality> {
  const { window, variant } = question;
  const { log, signal } = opened;
  const current = () => log.rows({ window, variant });
  const [part] = await regressionSums(
    tools.engine,
    current(),
    outcome,
    [{}],
    signal,
  );
  if (!part || part.sums.rows === 0) return { notices: [] };
  const reference = labelledBaseline(opened, variant, 'prediction');
  const residuals = await residualsOf(
    tools.engine,
    outcome,
    { current, reference: reference?.rows },
    signal,
  );
  return {
    quality: {
      kind: 'regression',
      quality: regressionQuality(part.sums),
      ...(residuals && { residuals }),
    },
    notices: [],
  };
}

async function parts(
  tools: QuestionTools,
  question: BaselineQuestion,
  { log, signal }: OpenedQuestion,
  kind: QualityKind,
  steps: Steps,
): Promise<Pick<QualityAnswer, 'series' | 'slices'>> {
  const { window, variant } = question;
  const hasLabels = log.has('label');
  const slices = hasLabels ? log.slices : [];
  const found = await partQuality(
    tools.engine,
    log.rows({ window, variant }),
    kind,
    [...slices.map(({ sql }) => ({ sql })), { sql: steps.sql }],
    signal,
  );
  const ofSteps = found.filter(({ set }) => set === slices.length);
  return {
    series: qualitySeries(kind, ofSteps, steps, hasLabels),
    slices: sliceQualities(slices, found, metricsOf(kind)[0]),
  };
}

/** Measures or estimates quality; nothing where the log has neither labels nor scores. */
export async function qualityOf(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  question: BaselineQuestion,
  opened: OpenedQuestion,
  steps: Steps,
): Promise<QualityAnswer> {
  const { window, variant } = question;
  const { log, signal } = opened;
  if (!log.has('label') && !log.has('score')) return NOTHING;
  const told = await tellOutcome(
    tools.engine,
    deployment,
    log,
    log.rows({ window, variant }),
    signal,
  );
  const kind = qualityKind(deployment.task, told);
  if (!kind) return NOTHING;
  const [quality, others] = await Promise.all([
    kind.kind === 'regression'
      ? regression(tools, question, opened, told)
      : classification(tools, deployment, question, opened, told),
    parts(tools, question, opened, kind, steps),
  ]);
  return { ...quality, ...others };
}
