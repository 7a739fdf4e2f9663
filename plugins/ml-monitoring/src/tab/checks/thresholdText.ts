import type {
  DriftLimits,
  HealthCheck,
} from '@airworthy/plugin-ml-monitoring-common';
import type { TimeLimit } from '@airworthy/plugin-ml-models-react';
import { formatKnown } from '../../shared/figures/formatFigure';
import type { Translate } from '../../translation';

interface Limits {
  warning?: number;
  critical?: number;
  direction?: 'above' | 'below';
}

/** The limits of a figure as lines of a chart, each with its words. */
export function limitLines(
  limits: Limits | undefined,
  unit: string,
  t: Translate,
): TimeLimit[] {
  if (!limits) return [];
  const isBelow = limits.direction === 'below';
  return (['warning', 'critical'] as const).flatMap(kind => {
    const value = limits[kind];
    if (value === undefined || value === null) return [];
    return [
      {
        kind,
        value,
        label: t(isBelow ? `limit.${kind}Below` : `limit.${kind}`, {
          value: formatKnown(value, unit),
        }),
      },
    ];
  });
}

/** The limits of a figure in words; undefined where there are none. */
export function limitText(
  limits: Limits | undefined,
  unit: string,
  t: Translate,
): string | undefined {
  const lines = limitLines(limits, unit, t).map(({ label }) => label);
  return lines.length > 0 ? lines.join(', ') : undefined;
}

/** The limits of drift as any other limits: small p-values are bad ones. */
export function driftLimits(
  limits: DriftLimits | undefined,
  figure: 'distance' | 'statistic' | 'p-value',
): Limits | undefined {
  return (
    limits && {
      warning: limits.warning,
      critical: limits.critical,
      direction: figure === 'p-value' ? 'below' : 'above',
    }
  );
}

/** The limits of a metric among checks, with the unit that they are in. */
export function limitsOf(
  checks: readonly HealthCheck[],
  metric: string,
  of: { feature?: string; variant?: string } = {},
): HealthCheck | undefined {
  return checks.find(
    check =>
      check.metric === metric &&
      check.threshold !== undefined &&
      (of.feature === undefined || check.feature === of.feature) &&
      (of.variant === undefined ||
        check.variant === undefined ||
        check.variant === of.variant),
  );
}
