import {
  DRIFT_TEST_TITLES,
  DataHealth,
  DriftAssessment,
  FeatureHealth,
  HealthStatus,
  judgeFigure,
} from '@airworthy/plugin-ml-monitoring-common';
import { DataQueries } from '../presets/types';
import { QueryTemplate } from '../promql/template';
import { Inquiry } from './Inquiry';

type Figures = Map<string, number | null>;

async function readByFeature(
  inquiry: Inquiry,
  part: string,
  template: QueryTemplate | undefined,
  featureLabel: string,
): Promise<Figures> {
  const found = await inquiry.total(part, template, { by: [featureLabel] });
  return new Map(
    found.flatMap(({ labels, value }): [string, number | null][] =>
      labels[featureLabel] ? [[labels[featureLabel], value]] : [],
    ),
  );
}

function assess(
  { test, figure, limits }: NonNullable<DataQueries['drift']>,
  value: number | null,
  rows: number,
): DriftAssessment {
  const known = value ?? NaN;
  const badSide = figure === 'p-value' ? 'below' : 'above';
  return {
    value: known,
    error: 0,
    plan: {
      ruleSet: 'default',
      test,
      title: DRIFT_TEST_TITLES[test],
      figure,
      binning: { kind: 'none' },
      emptyBins: 'kept',
      limits: { kind: 'fixed', limits },
    },
    limits,
    status: judgeFigure(known, limits, badSide),
    ...(value === null && { reason: 'the metric has no value' }),
    referenceRows: 0,
    currentRows: rows,
  };
}

const WORST_FIRST: HealthStatus[] = ['critical', 'warning', 'unknown', 'ok'];

function severity({ drift, missingShare }: FeatureHealth): number[] {
  return [
    WORST_FIRST.indexOf(drift?.status ?? 'ok'),
    -(drift && Number.isFinite(drift.value) ? drift.value : 0),
    -(missingShare ?? 0),
  ];
}

function bySeverity(a: FeatureHealth, b: FeatureHealth): number {
  const [left, right] = [severity(a), severity(b)];
  const differing = left.findIndex((value, i) => value !== right[i]);
  return differing < 0
    ? a.feature.localeCompare(b.feature, 'en')
    : left[differing] - right[differing];
}

/** What metrics tell of the inputs, a series a feature; which ones is said by a preset of app-config. */
export async function readDataHealth(
  inquiry: Inquiry,
  queries: DataQueries,
): Promise<DataHealth> {
  const ask = (part: string, template: QueryTemplate | undefined) =>
    readByFeature(inquiry, part, template, queries.featureLabel);
  const [rows, missing, nonFinite, outOfRange, unseen, distinct, drift] =
    await Promise.all([
      ask('The number of rows', queries.rows),
      ask('The share of missing values', queries.missingShare),
      ask('The share of values that are no number', queries.nonFiniteShare),
      ask('The share out of range', queries.outOfRangeShare),
      ask('The share of unseen categories', queries.unseenCategoryShare),
      ask('The number of distinct values', queries.distinct),
      ask('The drift', queries.drift?.query),
    ]);
  const all = [rows, missing, nonFinite, outOfRange, unseen, distinct, drift];
  const names = new Set(all.flatMap(figures => [...figures.keys()]));
  const features = [...names].map((feature): FeatureHealth => {
    const count = Math.round(rows.get(feature) ?? 0);
    const assessment =
      queries.drift && assess(queries.drift, drift.get(feature) ?? null, count);
    return {
      feature,
      type: 'unknown',
      rows: count,
      missingShare: missing.get(feature) ?? null,
      nonFiniteShare: nonFinite.get(feature) ?? null,
      outOfRangeShare: outOfRange.get(feature) ?? null,
      unseenCategoryShare: unseen.get(feature) ?? null,
      distinct: distinct.get(feature) ?? null,
      ...(assessment && { drift: assessment }),
      status: assessment?.status ?? 'unknown',
    };
  });
  return { ...inquiry.answer(undefined), features: features.sort(bySeverity) };
}
