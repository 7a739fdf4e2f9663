import {
  calibrationOf,
  checkCalibration,
  classificationQuality,
  type ConfusionCell,
  confusionMatrix,
  type ConfusionMatrix,
  estimateQuality,
  type ModelQuality,
  rankingQuality,
  type ScoreCounts,
} from '@airworthy/plugin-ml-monitoring-common';
import type { ToldOutcome } from '../quality/tellOutcome';
import { SCORE_STEPS, type ScoreGroups } from '../quality/scoreGroups';

/** Classes that a confusion matrix shows. */
const SHOWN_CLASSES = 50;

/** Quality with what a reader should know of it. */
export interface ToldQuality {
  quality?: ModelQuality;
  /** Of the rows whose labels have not arrived, beside what is measured. */
  estimate?: Extract<ModelQuality, { kind: 'estimate' }>;
  notices: string[];
}

/** Two classes are counted along with the scores; without predictions, scores from the threshold on are positive. */
function cellsOf(
  { counts, binary }: ToldOutcome,
  scores: ScoreGroups | undefined,
): ConfusionCell[] {
  if (!binary || !scores) return counts.cells;
  if (binary.prediction && binary.kind !== 'boolean') return counts.cells;
  const { positive } = binary;
  const negative =
    counts.classes.find(name => name !== positive) ?? `not ${positive}`;
  const { counts: of } = scores;
  return [
    { label: positive, prediction: positive, count: of.truePositives },
    { label: negative, prediction: positive, count: of.falsePositives },
    { label: positive, prediction: negative, count: of.falseNegatives },
    { label: negative, prediction: negative, count: of.trueNegatives },
  ].filter(({ count }) => count > 0);
}

/** The largest classes apart, all others together. */
function shown(matrix: ConfusionMatrix, cells: readonly ConfusionCell[]) {
  if (matrix.classes.length <= SHOWN_CLASSES) return matrix;
  const support = matrix.counts.map((row, i) => ({
    name: matrix.classes[i],
    rows: row.reduce((sum, count) => sum + count, 0),
  }));
  const kept = new Set(
    support
      .sort((a, b) => b.rows - a.rows)
      .slice(0, SHOWN_CLASSES)
      .map(({ name }) => name),
  );
  const fold = (name: string) => (kept.has(name) ? name : '(others)');
  return confusionMatrix(
    cells.map(({ label, prediction, count }) => ({
      label: fold(label),
      prediction: fold(prediction),
      count,
    })),
  );
}

function estimateOf(
  told: ToldOutcome,
  scores: ScoreGroups,
  reference: ScoreCounts | undefined,
): Extract<ModelQuality, { kind: 'estimate' }> | undefined {
  if (!told.binary || scores.unlabelled.length === 0) return undefined;
  const { threshold } = told.binary;
  return {
    kind: 'estimate',
    quality: estimateQuality(scores.unlabelled, { threshold }),
    check: checkCalibration(reference ?? scores.labelled),
  };
}

/** What the log did counts before what the entity says; nothing where variants decide differently. */
function thresholdOf(
  { binary }: ToldOutcome,
  scores: ScoreGroups,
): number | undefined {
  return binary?.prediction
    ? scores.threshold ?? binary.declaredThreshold
    : binary?.threshold;
}

function noticesOf(scores: ScoreGroups | undefined, auc: number | undefined) {
  if (!scores?.rounded) return [];
  const error =
    auc !== undefined && Number.isFinite(auc)
      ? ` ROC AUC is within ${auc.toPrecision(2)} of that of the rows.`
      : '';
  return [
    `Scores are put together to the nearest ${
      1 / SCORE_STEPS
    }.${error} The Brier score is within 0.00000001.`,
  ];
}

/** Quality of a classification: measured where labels are, estimated where none are. */
export function classificationHealth(
  told: ToldOutcome,
  scores: ScoreGroups | undefined,
  /** Labelled scores of the baseline, by which estimates are believed or not. */
  reference: ScoreCounts | undefined,
): ToldQuality {
  const { counts } = told;
  const estimate = scores && estimateOf(told, scores, reference);
  const cells = cellsOf(told, scores);
  if (counts.incomplete) {
    return {
      notices: [
        'Labels and predictions have too many different values to be classes; quality is not told.',
      ],
    };
  }
  if (cells.length === 0) {
    return {
      ...(estimate && { quality: estimate }),
      notices: noticesOf(scores, undefined),
    };
  }
  const matrix = confusionMatrix(cells);
  const quality = classificationQuality(matrix);
  const confusion = shown(matrix, cells);
  const folded = confusion !== matrix;
  const classes = folded
    ? quality.classes.filter(one => confusion.classes.includes(one.class))
    : quality.classes;
  const ranked = scores && scores.labelled.groups.length > 0;
  const ranking = ranked ? rankingQuality(scores.ranked) : undefined;
  const threshold = scores && thresholdOf(told, scores);
  return {
    quality: {
      kind: 'classification',
      quality: { ...quality, classes },
      confusion,
      ...(ranked && {
        ranking,
        calibration: calibrationOf(scores.labelled),
        ...(threshold !== undefined && { threshold }),
      }),
    },
    ...(estimate && { estimate }),
    notices: [
      ...noticesOf(scores, ranking?.rocAucTies),
      ...(folded
        ? [
            `The ${SHOWN_CLASSES} largest of ${matrix.classes.length} classes are shown; accuracy and means are of all of them.`,
          ]
        : []),
    ],
  };
}
