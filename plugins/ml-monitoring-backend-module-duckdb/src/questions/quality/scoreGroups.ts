import {
  fromScoreGroups,
  type ScoreCounts,
  type UnlabelledScore,
} from '@airworthy/plugin-ml-monitoring-common';
import type { BoundSql, QueryEngine } from '../../engine/types';
import { classParam, type Outcome } from './outcome';

/** Scores are told apart in steps of one by so many, where there are very many rows. */
export const SCORE_STEPS = 10_000;
/** Up to so many rows each distinct score is told apart. */
const EXACT_ROWS = 200_000;

/** A classification with one class that the score is the probability of. */
export interface BinaryOutcome extends Outcome {
  positive: string;
  score: string;
  /** Decides where the log has no predictions. */
  threshold: number;
  /** Where the entity names one. */
  declaredThreshold?: number;
}

/** Rows by score. */
export interface ScoreGroups {
  /** By class and score, each with its mean. */
  labelled: ScoreCounts;
  /** By score, both classes with the same: near scores that were put together are ties. */
  ranked: ScoreCounts;
  unlabelled: UnlabelledScore[];
  /** Rows by label and prediction. */
  counts: {
    truePositives: number;
    falsePositives: number;
    falseNegatives: number;
    trueNegatives: number;
  };
  /** From which score on rows are predicted positive, where that parts them. */
  threshold?: number;
  /** Whether near scores were put together. */
  rounded: boolean;
}

interface Row {
  positive: boolean | null;
  /** What scores are put together by; null where they are no probabilities. */
  near: number | null;
  predicted: boolean | null;
  count: number;
  total: number;
  least: number;
  most: number;
  /** Whether the score is a probability. */
  valid: boolean;
}

/** SQL of whether a row is positive by label and by prediction; null where not known. */
export function binarySql(outcome: BinaryOutcome) {
  const { label, prediction, kind } = outcome;
  return {
    positive: label ? `(${label}) = $positive` : 'NULL::BOOLEAN',
    predicted: prediction
      ? `(${prediction}) = $positive`
      : 'score >= $threshold',
    params: {
      positive: classParam(kind, outcome.positive),
      threshold: outcome.threshold,
    },
  };
}

async function query(
  engine: QueryEngine,
  rows: BoundSql,
  outcome: BinaryOutcome,
  key: string,
  signal: AbortSignal,
): Promise<Row[]> {
  const { positive, predicted, params } = binarySql(outcome);
  return engine.query<Row>(
    `SELECT positive, predicted, valid, CASE WHEN valid THEN ${key} END AS near, count(*) AS count, sum(score) AS total,
      min(score) AS least, max(score) AS most
    FROM (
      SELECT ${positive} AS positive, ${predicted} AS predicted, score,
        coalesce(score BETWEEN 0 AND 1, false) AS valid
      FROM ${rows.sql} AS log
    )
    GROUP BY 1, 2, 3, 4`,
    { ...rows.params, ...params },
    { signal },
  );
}

/** The least score of a predicted positive, where every predicted negative has less. */
function inferThreshold(found: readonly Row[]): number | undefined {
  let least = Infinity;
  let most = -Infinity;
  for (const row of found) {
    if (!row.valid) continue;
    if (row.predicted === true) least = Math.min(least, row.least);
    if (row.predicted === false) most = Math.max(most, row.most);
  }
  return Number.isFinite(least) && most < least ? least : undefined;
}

/**
 * Counts rows by label and score. Scores are put together to the nearest
 * 0.0001, which leaves those with four decimals as they are; others are asked
 * for once more, each by itself, where there are not too many rows.
 */
export async function groupScores(
  engine: QueryEngine,
  rows: BoundSql,
  outcome: BinaryOutcome,
  signal: AbortSignal,
): Promise<ScoreGroups> {
  const rounded = `round(score * ${SCORE_STEPS})::INTEGER`;
  let found = await query(engine, rows, outcome, rounded, signal);
  const near = (groups: readonly Row[]) =>
    groups.some(({ valid, least, most }) => valid && least !== most);
  const all = found.reduce((sum, { count }) => sum + count, 0);
  let scale = SCORE_STEPS;
  if (near(found) && all <= EXACT_ROWS) {
    scale = 1;
    found = await query(engine, rows, outcome, 'score', signal);
  }
  const counts = {
    truePositives: 0,
    falsePositives: 0,
    falseNegatives: 0,
    trueNegatives: 0,
  };
  const groups = [];
  const ranks = [];
  const unlabelled: UnlabelledScore[] = [];
  for (const row of found) {
    const { positive, predicted, count } = row;
    const score = row.valid ? row.total / count : NaN;
    // A mean of equal scores may differ from them by a rounding.
    const exact = row.valid && row.least === row.most ? row.least : score;
    if (positive === null) {
      if (row.valid) {
        unlabelled.push({
          score: exact,
          count,
          ...(predicted !== null && { predicted }),
        });
      }
      continue;
    }
    const counted = {
      positives: positive ? count : 0,
      negatives: positive ? 0 : count,
    };
    groups.push({ score: exact, ...counted });
    ranks.push({ score: (row.near ?? NaN) / scale, ...counted });
    if (predicted === null) continue;
    if (predicted) {
      counts[positive ? 'truePositives' : 'falsePositives'] += count;
    } else counts[positive ? 'falseNegatives' : 'trueNegatives'] += count;
  }
  const threshold = inferThreshold(found);
  return {
    labelled: fromScoreGroups(groups),
    ranked: fromScoreGroups(ranks),
    unlabelled,
    counts,
    ...(threshold !== undefined && { threshold }),
    rounded: near(found),
  };
}
