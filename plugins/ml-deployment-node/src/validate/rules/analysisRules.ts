import { at, isObject, listAt, numberAt, pointer, show, textAt } from '../read';
import { Finding, Json } from '../types';
import { ManifestRule, unless } from './types';

const pathOf = (i: number, ...more: string[]) =>
  pointer('spec', 'metrics', i, ...more);

/* Counts may be texts that hold arguments, which are known at run time only. */
function countOf(metric: Json, key: string): number | undefined {
  const value = metric[key];
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+$/.test(value)
    ? Number(value)
    : undefined;
}

const metricRule =
  (rule: (metric: Json, i: number) => Finding[]): ManifestRule =>
  document =>
    listAt(document, 'spec', 'metrics').flatMap((metric, i) =>
      isObject(metric) ? rule(metric, i) : [],
    );

const someMetric: ManifestRule = document =>
  unless(
    listAt(document, 'spec', 'metrics').length > 0 ||
      listAt(document, 'spec', 'templates').length > 0,
    '/spec/metrics',
    'at least one metric',
    'none',
  );

const uniqueNames: ManifestRule = document => {
  const seen = new Set<string>();
  return listAt(document, 'spec', 'metrics').flatMap((metric, i) => {
    const name = textAt(metric, 'name') ?? '';
    const isNew = !seen.has(name);
    seen.add(name);
    return unless(
      isNew,
      pathOf(i, 'name'),
      'a name that no other metric has',
      show(name),
    );
  });
};

const oneProvider = metricRule((metric, i) => {
  const found = isObject(metric.provider) ? Object.keys(metric.provider) : [];
  return unless(
    found.length === 1,
    pathOf(i, 'provider'),
    'exactly one provider',
    found.join(' and ') || 'none',
  );
});

const intervalWithCount = metricRule((metric, i) => {
  const count = countOf(metric, 'count');
  return unless(
    count === undefined || count <= 1 || Boolean(metric.interval),
    pathOf(i, 'interval'),
    `a time between the ${count} measurements`,
    'nothing',
  );
});

const limits = metricRule((metric, i) => {
  const count = countOf(metric, 'count');
  const failures = countOf(metric, 'failureLimit') ?? 0;
  const successes = countOf(metric, 'consecutiveSuccessLimit') ?? 0;
  const inconclusive = countOf(metric, 'inconclusiveLimit') ?? 0;
  const findings = unless(
    !(failures < 0 && successes <= 0),
    pathOf(i, 'failureLimit'),
    'at least 0 without a consecutiveSuccessLimit, or nothing would decide',
    show(failures),
  );
  if (!count) return findings;
  return [
    ...findings,
    ...unless(
      failures < 0 || count >= failures + successes,
      pathOf(i, 'count'),
      `at least ${
        failures + successes
      }, the failureLimit with the consecutiveSuccessLimit`,
      show(count),
    ),
    ...unless(
      count >= inconclusive,
      pathOf(i, 'count'),
      `at least the inconclusiveLimit of ${inconclusive}`,
      show(count),
    ),
  ];
});

const conditions = metricRule((metric, i) => {
  if (!isObject(at(metric, 'provider', 'prometheus'))) return [];
  const success = textAt(metric, 'successCondition');
  const failure = textAt(metric, 'failureCondition');
  const touchesResult = (text?: string) => text && /result\s*\[/.test(text);
  const guarded = (text: string) => /len\s*\(\s*result\s*\)/.test(text);
  return [
    // Without a condition any answer counts as success.
    ...unless(
      Boolean(success || failure),
      pathOf(i, 'successCondition'),
      'a condition, without which any answer is a success',
      'nothing',
    ),
    ...[
      ['successCondition', success] as const,
      ['failureCondition', failure] as const,
    ].flatMap(([key, text]) =>
      touchesResult(text)
        ? unless(
            guarded(text!),
            pathOf(i, key),
            '`len(result) > 0 && …`, since a query may find nothing',
            show(text),
          )
        : [],
    ),
  ];
});

const rangeLimits = metricRule((metric, i) => {
  const errors = numberAt(metric, 'consecutiveErrorLimit');
  return unless(
    errors === undefined || errors >= 0,
    pathOf(i, 'consecutiveErrorLimit'),
    'at least 0',
    show(errors),
  );
});

export const analysisRules: readonly ManifestRule[] = [
  someMetric,
  uniqueNames,
  oneProvider,
  intervalWithCount,
  limits,
  conditions,
  rangeLimits,
];
