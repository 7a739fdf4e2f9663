import type { MlDeploymentVariant } from '@airworthy/plugin-ml-models-common';
import type { Series } from '@airworthy/plugin-ml-monitoring-common';
import { OVERALL_SLOT, TimeSeries } from '@airworthy/plugin-ml-models-react';
import { byVariant, variantSlot } from '../variantLooks';

/** What a variant is called in charts: its name and version. */
export function variantLabel(
  of: { variant?: string; modelVersion?: string },
  variants: readonly MlDeploymentVariant[],
  all: string,
): string {
  const { variant } = of;
  const version =
    of.modelVersion ?? variants.find(({ name }) => name === variant)?.version;
  if (!variant) return version ? `${all} (${version})` : all;
  return version ? `${variant} (${version})` : variant;
}

/** The lines of a metric, each looking as its variant does everywhere. */
export function chartSeries(
  series: readonly Series[],
  metric: string | readonly string[],
  variants: readonly MlDeploymentVariant[],
  all: string,
): TimeSeries[] {
  const metrics = [metric].flat();
  return byVariant(
    variants,
    series.filter(item => metrics.includes(item.metric)),
  ).map((item, i) => ({
    key: `${item.metric} ${item.variant ?? ''} ${item.modelVersion ?? ''} ${i}`,
    label: variantLabel(item, variants, all),
    slot: item.variant ? variantSlot(variants, item.variant) : OVERALL_SLOT,
    points: item.points,
  }));
}

/** The unit of a metric among series. */
export function unitOf(
  series: readonly Series[],
  metric: string | readonly string[],
): string {
  const metrics = [metric].flat();
  return series.find(item => metrics.includes(item.metric))?.unit ?? '';
}
