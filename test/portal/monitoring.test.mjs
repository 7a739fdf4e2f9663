import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { hasDemo } from '../../scripts/lib/demo.mjs';
import { examplesAreRead } from '../lib/examples.mjs';
import { guestClient, startPortal } from '../lib/portal.mjs';
import { openSql } from '../lib/sql.mjs';
import { temporaryFolder } from '../lib/temporaryFolder.mjs';
import { until } from '../lib/until.mjs';

const DAY = 86_400_000;
const LOGS = join(ROOT, '.demo/inference-logs/flight-delay');
const PRODUCTION = 'ml-monitoring/deployments/default/flight-delay-production';
const STAGING = 'ml-monitoring/deployments/default/flight-delay-staging';

// A week whose labels have all come.
const to = new Date(Math.floor(Date.now() / DAY) * DAY - DAY);
const from = new Date(to.getTime() - 7 * DAY);
const PERIOD = `from=${from.toISOString()}&to=${to.toISOString()}`;

const sqlTime = date => `TIMESTAMP '${date.toISOString().slice(0, 19)}'`;
const LOG = `(SELECT * FROM read_parquet('${LOGS}/production/*.parquet')
  WHERE timestamp >= ${sqlTime(from)} AND timestamp < ${sqlTime(to)})`;
const BASELINE = `read_parquet('${LOGS}/baseline.parquet')`;

const near = (actual, expected, tolerance, what) =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance,
    `${what}: expected ${expected}, was ${actual}`,
  );

const answerOf = ({ results }) => {
  const failures = results.filter(({ ok }) => !ok);
  assert.deepEqual(failures, []);
  return results.find(({ answer }) => answer.source.type === 'duckdb').answer;
};

describe(
  'monitoring in the production build',
  { skip: !hasDemo() && 'the demo data was not prepared' },
  () => {
    const state = temporaryFolder();
    let portal;
    let api;
    let sql;

    before(async () => {
      portal = await startPortal({
        database: state.folder,
        log: 'test-monitoring.log',
      });
      api = await guestClient(portal.address);
      await examplesAreRead(api);
      api = await guestClient(portal.address);
      sql = await openSql();
    });

    after(async () => {
      sql?.close();
      await portal?.stop();
      state.remove();
    });

    it('tells rate, errors and latency of each variant as SQL over the log does', async () => {
      const { variants } = answerOf(
        await api.request(`${PRODUCTION}/service?${PERIOD}`),
      );
      const expected = await sql.rows(`
        SELECT variant, model_version, count(*) AS requests,
          count_if(status_code >= 400) AS errors,
          quantile_cont(latency_ms, 0.5) AS p50,
          quantile_cont(latency_ms, 0.95) AS p95,
          quantile_cont(latency_ms, 0.99) AS p99
        FROM ${LOG} GROUP BY ALL ORDER BY requests DESC`);
      assert.ok(expected.length >= 2, 'the canary answers too');
      for (const row of expected) {
        const told = variants.find(({ variant }) => variant === row.variant);
        assert.equal(told.modelVersion, String(row.model_version));
        assert.equal(told.requests, row.requests);
        assert.equal(told.errors, row.errors);
        near(told.errorRatio, row.errors / row.requests, 1e-9, 'error ratio');
        near(told.rate, row.requests / (7 * 86_400), 1e-6, 'rate');
        // A digest stands in for exact quantiles of many rows.
        for (const p of ['p50', 'p95', 'p99']) {
          near(told.latency[p], row[p], 0.02 * row[p], `latency ${p}`);
        }
      }
    });

    it('tells of each feature what SQL does', async () => {
      const { features, baseline, rowsRead } = answerOf(
        await api.request(`${PRODUCTION}/data?${PERIOD}`),
      );
      const [{ rows }] = await sql.rows(`SELECT count(*) AS rows FROM ${LOG}`);
      assert.ok(rowsRead >= rows);
      assert.equal(baseline.kind, 'table');
      for (const name of ['distance', 'recent_delay_rate', 'origin']) {
        const [expected] = await sql.rows(`
          SELECT count(*) AS rows,
            1 - count(${name}) / count(*) AS missing,
            count(DISTINCT ${name}) AS distinct_values
          FROM ${LOG}`);
        const told = features.find(({ feature }) => feature === name);
        assert.equal(told.rows, expected.rows, name);
        near(told.missingShare, expected.missing, 1e-9, `${name} missing`);
        near(
          told.distinct,
          expected.distinct_values,
          // An estimate, as the documentation of the source says.
          0.15 * expected.distinct_values,
          `${name} distinct`,
        );
      }
      const [outside] = await sql.rows(`
        SELECT count_if(distance < (SELECT min(distance) FROM ${BASELINE})
          OR distance > (SELECT max(distance) FROM ${BASELINE}))
          / count(distance) AS share FROM ${LOG}`);
      near(
        features.find(({ feature }) => feature === 'distance').outOfRangeShare,
        outside.share,
        1e-9,
        'distance out of range',
      );
    });

    it('tells the drift of a feature as SQL does by the same rule', async () => {
      const { feature, tests } = answerOf(
        await api.request(`${PRODUCTION}/data/recent_delay_rate?${PERIOD}`),
      );
      // Ten quantile bins of the baseline; Siddiqi 2006. As in numpy.histogram
      // lower edges are inclusive, and of the last edge the upper.
      const [{ psi }] = await sql.rows(`
        WITH edges AS (
          SELECT quantile_cont(recent_delay_rate,
            [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) AS e FROM ${BASELINE}
        ), sides AS (
          SELECT 'r' AS side, recent_delay_rate AS x FROM ${BASELINE}
          UNION ALL SELECT 'c', recent_delay_rate FROM ${LOG}
        ), binned AS (
          SELECT side, len(list_filter((SELECT e[1:8] FROM edges), v -> v <= x))
            + (x > (SELECT e[9] FROM edges))::INT AS bin
          FROM sides WHERE x IS NOT NULL
        ), shares AS (
          SELECT bin,
            count_if(side = 'r') / (SELECT count_if(side = 'r') FROM binned) AS r,
            count_if(side = 'c') / (SELECT count_if(side = 'c') FROM binned) AS c
          FROM binned GROUP BY bin
        )
        SELECT sum((r - c) * ln(r / c)) AS psi FROM shares`);
      const told = tests.find(({ plan }) => plan.test === 'psi');
      near(told.value, psi, 1e-6, 'PSI');
      near(feature.drift.value, psi, 1e-6, 'PSI of the panel');
      assert.match(told.plan.title, /population stability/i);
    });

    it('tells quality where labels have come, as SQL does', async () => {
      const health = answerOf(
        await api.request(`${PRODUCTION}/model?${PERIOD}&variant=stable`),
      );
      const [expected] = await sql.rows(`
        SELECT count(*) AS predictions, count(label) AS labelled,
          count_if(label AND prediction) AS tp,
          count_if(NOT label AND prediction) AS fp,
          count_if(label AND NOT prediction) AS fn,
          count_if(NOT label AND NOT prediction) AS tn,
          avg((score - label::INT) ** 2) FILTER (label IS NOT NULL) AS brier
        FROM ${LOG} WHERE variant = 'stable'`);
      const { tp, fp, fn, tn } = expected;
      assert.equal(health.labels.predictions, expected.predictions);
      assert.equal(health.labels.labelled, expected.labelled);
      const { quality, confusion, ranking, calibration } = health.quality;
      const answered = tp + fp + fn + tn;
      assert.equal(confusion.rows, answered);
      near(quality.accuracy.value, (tp + tn) / answered, 1e-9, 'accuracy');
      const positive = quality.classes.find(c => c.class === 'true');
      near(positive.precision.value, tp / (tp + fp), 1e-9, 'precision');
      near(positive.recall.value, tp / (tp + fn), 1e-9, 'recall');
      // The area under the curve is the Mann-Whitney statistic over the pairs.
      const [{ auc }] = await sql.rows(`
        WITH ranked AS (
          SELECT label, score,
            rank() OVER (ORDER BY score)
              + (count(*) OVER (PARTITION BY score) - 1) / 2.0 AS place
          FROM ${LOG} WHERE variant = 'stable' AND label IS NOT NULL
            AND score IS NOT NULL)
        SELECT (sum(place) FILTER (label)
          - count_if(label) * (count_if(label) + 1) / 2.0)
          / (count_if(label) * count_if(NOT label)) AS auc FROM ranked`);
      near(ranking.rocAuc.value, auc, 1e-3, 'ROC AUC');
      near(calibration.brier, expected.brier, 1e-3, 'Brier');
    });

    it('tells the worst slices first, as SQL does', async () => {
      const { slices, metric } = answerOf(
        await api.request(
          `${PRODUCTION}/slices?${PERIOD}&variant=stable&by=part_of_day&metric=accuracy`,
        ),
      );
      assert.equal(metric, 'accuracy');
      const expected = await sql.rows(`
        SELECT part_of_day AS part, count(*) AS rows,
          count_if(label = prediction) / count(*) AS accuracy
        FROM ${LOG} WHERE variant = 'stable' AND label IS NOT NULL
          AND prediction IS NOT NULL
        GROUP BY ALL ORDER BY accuracy`);
      assert.deepEqual(
        slices.map(({ slice }) => slice.part_of_day),
        expected.map(({ part }) => part),
      );
      slices.forEach(({ rows, value }, i) => {
        assert.equal(rows, expected[i].rows);
        near(value, expected[i].accuracy, 1e-9, expected[i].part);
      });
    });

    it('compares the canary with the stable version, as SQL does', async () => {
      const { metrics, stable, candidate } = answerOf(
        await api.request(`${PRODUCTION}/comparison?${PERIOD}`),
      );
      assert.equal(stable.variant, 'stable');
      assert.equal(candidate.variant, 'canary');
      const counts = await sql.rows(`
        SELECT variant, count(*) AS rows, count_if(status_code >= 400) AS errors
        FROM ${LOG} GROUP BY variant`);
      const of = name => counts.find(({ variant }) => variant === name);
      const { difference } = metrics.find(
        ({ metric }) => metric === 'error_ratio',
      );
      near(
        difference.difference,
        of('canary').errors / of('canary').rows -
          of('stable').errors / of('stable').rows,
        1e-9,
        'difference of error ratios',
      );
      assert.deepEqual(difference.rows, {
        stable: of('stable').rows,
        candidate: of('canary').rows,
      });
      assert.ok(difference.interval.lower <= difference.difference);
    });

    it('pairs the answers of a shadow with those of the stable version', async () => {
      const { agreement } = answerOf(
        await api.request(`${STAGING}/comparison?${PERIOD}`),
      );
      const [expected] = await sql.rows(`
        WITH log AS (SELECT * FROM read_parquet('${LOGS}/staging/*.parquet')
          WHERE timestamp >= ${sqlTime(from)} AND timestamp < ${sqlTime(to)})
        SELECT count(*) AS pairs,
          count_if(a.prediction = b.prediction)
            / count_if(a.prediction IS NOT NULL AND b.prediction IS NOT NULL)
            AS agreement
        FROM log a JOIN log b USING (prediction_id)
        WHERE a.variant = 'stable' AND b.variant = 'shadow'`);
      assert.equal(agreement.pairs, expected.pairs);
      near(agreement.rate.value, expected.agreement, 1e-9, 'agreement');
    });

    it('evaluates a deployment, and the fleet says the same', async () => {
      const status = await api.request(`${PRODUCTION}/evaluations`, {
        method: 'POST',
      });
      assert.notEqual(status.evaluatedAt, undefined);
      assert.ok(status.checks.length > 10);
      await until('the fleet', async () => {
        const { items } = await api.request(
          'ml-monitoring/fleet?ref=mldeployment:default/flight-delay-production',
        );
        return items[0]?.status === status.status && items[0].evaluatedAt;
      });
      const alerts = await api.request(`${PRODUCTION}/alerts?${PERIOD}`);
      assert.deepEqual(alerts.results, []);
    });

    it('refuses a period that is none, and says which field', async () => {
      await assert.rejects(
        api.request(`${PRODUCTION}/service?window=P400D`),
        /400.*window/s,
      );
      await assert.rejects(
        api.request(`${PRODUCTION}/service?from=yesterday&to=today`),
        /400.*from/s,
      );
      await assert.rejects(
        api.request('ml-monitoring/deployments/default/nobody/service'),
        /404/,
      );
    });
  },
);
