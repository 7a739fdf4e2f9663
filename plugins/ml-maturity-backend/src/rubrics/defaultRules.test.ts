import { JsonObject } from '@backstage/types';
import { CheckResult } from '@airworthy/plugin-ml-maturity-common';
import { EMPTY, GOOD, IDS, results, rubrics } from './testing/evaluateDefaults';

const withStatus = (of: Record<string, CheckResult>, status: string) =>
  Object.keys(of).filter(id => of[id].status === status);

describe.each(IDS)('rules of %s', id => {
  const { rubric } = rubrics[id];
  const withRule = rubric.checks.flatMap(({ id: checkId, rule }) =>
    rule === undefined ? [] : checkId,
  );

  it('judge nothing while no fact is known', () => {
    expect(withStatus(results(id, {}), 'unknown')).toEqual(
      rubric.checks.map(check => check.id),
    );
  });

  it('pass, each of them, for a model that has everything', () => {
    expect(withStatus(results(id, GOOD), 'pass')).toEqual(withRule);
  });

  it('fail, each of them, for a model that has nothing', () => {
    expect(withStatus(results(id, EMPTY), 'fail')).toEqual(withRule);
  });
});

describe('single rules', () => {
  const GOOD_BUT = (changes: JsonObject) => ({ ...GOOD, ...changes });
  const without = (...paths: string[]) =>
    Object.fromEntries(
      Object.entries(GOOD).filter(
        ([path]) => !paths.some(p => path === p || path.startsWith(`${p}.`)),
      ),
    );

  it.each<[string, string, JsonObject, string]>([
    [
      'a dataset that points to nothing',
      'data-dependencies-known',
      GOOD_BUT({ 'catalog.datasets.missing': 1 }),
      'fail',
    ],
    [
      'one dataset of two without a size',
      'dataset-size-known',
      GOOD_BUT({ 'catalog.datasets.withSize': 1 }),
      'fail',
    ],
    [
      'half of the code in notebooks',
      'code-maturity',
      GOOD_BUT({ 'repository.notebookShare': 0.5 }),
      'pass',
    ],
    [
      'more than half of the code in notebooks',
      'code-maturity',
      GOOD_BUT({ 'repository.notebookShare': 0.51 }),
      'fail',
    ],
    [
      'a repository that cannot be read',
      'code-maturity',
      without('repository'),
      'unknown',
    ],
    [
      'a model without versions',
      'model-described',
      { ...without('versions'), 'versions.count': 0 },
      'fail',
    ],
    [
      'datasets without schema, but a signature',
      'data-schema',
      GOOD_BUT({ 'catalog.datasets.withSchema': 0 }),
      'pass',
    ],
    [
      'a deployment without a strategy',
      'strategy-planned',
      without('deployments.newest.strategy'),
      'fail',
    ],
    [
      'health data of two days ago',
      'monitored',
      GOOD_BUT({ 'monitoring.dataFreshSeconds': 172_800 }),
      'pass',
    ],
    [
      'older health data',
      'monitored',
      GOOD_BUT({ 'monitoring.dataFreshSeconds': 172_801 }),
      'fail',
    ],
    [
      'health data of unknown age',
      'monitored',
      without('monitoring.dataFreshSeconds'),
      'pass',
    ],
    [
      'critical data health, as it is reported all the same',
      'observable',
      GOOD_BUT({ 'monitoring.dataHealth': 'critical' }),
      'pass',
    ],
    [
      'unknown model health',
      'observable',
      GOOD_BUT({ 'monitoring.modelHealth': 'unknown' }),
      'fail',
    ],
    [
      'no version that serves',
      'validated-before-serving',
      without('versions.serving'),
      'unknown',
    ],
    [
      'a serving version as old as its limit',
      'freshness-watched',
      GOOD_BUT({ 'versions.serving.ageDays': 30 }),
      'pass',
    ],
    [
      'a serving version older than its limit',
      'freshness-watched',
      GOOD_BUT({ 'versions.serving.ageDays': 30.5 }),
      'fail',
    ],
    [
      'no limit of age',
      'freshness-watched',
      without('deployments.monitoring.maxAgeDays'),
      'fail',
    ],
    [
      'a registered version while none serves',
      'registered',
      without('versions.serving'),
      'pass',
    ],
    [
      'a serving version that the model does not list',
      'registered',
      { ...without('versions.serving'), 'versions.serving.name': '7' },
      'unknown',
    ],
    [
      'a strategy that keeps the old version, never rehearsed',
      'rollback-ready',
      without('review'),
      'unknown',
    ],
    [
      'a strategy that drops the old version',
      'rollback-ready',
      { ...without('review'), 'deployments.newest.keepsPrevious': false },
      'fail',
    ],
    [
      'a person who owns it',
      'owner-on-call',
      GOOD_BUT({ 'catalog.owner.isGroup': false }),
      'fail',
    ],
  ])('%s: %s', (_, checkId, facts, status) => {
    expect(results('mlops', facts)[checkId].status).toBe(status);
  });

  it('needs objectives for the first token and for the whole answer', () => {
    const facts = GOOD_BUT({
      'deployments.monitoring.thresholdMetrics': ['latency_p95'],
    });
    expect(
      results('language-models', facts)['latency-objective-set'].status,
    ).toBe('fail');
  });
});
