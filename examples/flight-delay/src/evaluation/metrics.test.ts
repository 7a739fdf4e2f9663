import { readRows, withDatabase } from '../data/database';
import {
  averagePrecision,
  bestF1Threshold,
  binaryMetrics,
  brierScore,
  logLoss,
  rocAuc,
  thresholdMetrics,
} from './metrics';

// Descending: 0.9 yes, 0.7 no, 0.6 yes and 0.6 no (a tie), 0.2 no.
const scores = [0.6, 0.9, 0.2, 0.6, 0.7];
const labels = [1, 1, 0, 0, 0];

describe('metrics', () => {
  it('counts pairs in the right order, ties half', () => {
    // Of 2 x 3 pairs: 0.9 wins 3; 0.6 wins against 0.2, ties once, loses once.
    expect(rocAuc(scores, labels)).toBeCloseTo(4.5 / 6, 12);
  });

  it('weighs precision by the recall that each score adds', () => {
    // 0.9: precision 1 for half of the recall; both 0.6: 2 of 4 for the other.
    expect(averagePrecision(scores, labels)).toBeCloseTo(
      0.5 * 1 + 0.5 * (2 / 4),
      12,
    );
  });

  it('works out losses by hand', () => {
    expect(brierScore([0.5, 1, 0.2], [1, 1, 0])).toBeCloseTo(0.29 / 3, 12);
    // -(ln 0.5 + ln 0.8) / 2 = ln(2.5) / 2
    expect(logLoss([0.5, 0.2], [1, 0])).toBeCloseTo(Math.log(2.5) / 2, 12);
    expect(Number.isFinite(logLoss([0, 1], [1, 0]))).toBe(true);
  });

  it('counts what a threshold makes of the scores, the threshold included', () => {
    // From 0.6 on: 2 hits, 2 false alarms, 1 right rejection.
    expect(thresholdMetrics(scores, labels, 0.6)).toEqual({
      accuracy: 3 / 5,
      precision: 2 / 4,
      recall: 1,
      f1: 4 / 6,
    });
    expect(thresholdMetrics(scores, labels, 0.95)).toEqual({
      accuracy: 3 / 5,
      precision: 0,
      recall: 0,
      f1: 0,
    });
  });

  it('finds the threshold with the best F1, of equals the highest', () => {
    // 0.9 gives 2 / 3; 0.7 gives 1 / 2; 0.6 gives 2 / 3.
    expect(bestF1Threshold(scores, labels)).toBe(0.9);
    expect(bestF1Threshold([0.8, 0.4, 0.3], [0, 1, 1])).toBe(0.3);
  });

  it('agrees with SQL on a thousand rows with ties', async () => {
    const rows = Array.from({ length: 1_000 }, (_, i) => ({
      score: ((i * 7919) % 101) / 101 + 0.001,
      label: (i * 31 + Math.floor(i / 7)) % 3 === 0 ? 1 : 0,
    }));
    const [sql] = await withDatabase(connection =>
      readRows<Record<string, number>>(
        connection,
        `WITH t AS (
           SELECT * FROM (VALUES ${rows
             .map(row => `(${row.score}::DOUBLE, ${row.label})`)
             .join(', ')}) AS t(score, label)
         ), auc AS (
           SELECT avg(CASE WHEN p.score > n.score THEN 1 WHEN p.score = n.score THEN 0.5 ELSE 0 END) AS roc_auc
           FROM t p, t n WHERE p.label = 1 AND n.label = 0
         ), positives AS (
           SELECT (SELECT avg(label) FROM t AS o WHERE o.score >= p.score) AS precision
           FROM t AS p WHERE p.label = 1
         )
         SELECT
           (SELECT roc_auc FROM auc) AS roc_auc,
           (SELECT avg(precision) FROM positives) AS pr_auc,
           avg(-ln(CASE label WHEN 1 THEN score ELSE 1 - score END)) AS log_loss,
           avg((score - label) ** 2) AS brier,
           avg(CAST((score >= 0.4) = (label = 1) AS INTEGER)) AS accuracy,
           avg(label) FILTER (score >= 0.4) AS precision,
           avg(CAST(score >= 0.4 AS INTEGER)) FILTER (label = 1) AS recall
         FROM t`,
      ),
    );
    const found = binaryMetrics(
      rows.map(row => row.score),
      rows.map(row => row.label),
      0.4,
    );
    for (const [name, value] of Object.entries(sql)) {
      expect(found[name as keyof typeof found]).toBeCloseTo(value, 10);
    }
  });
});
