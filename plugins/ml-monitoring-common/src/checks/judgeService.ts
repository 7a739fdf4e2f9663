import type {
  HealthCheck,
  ServiceHealth,
  TimeWindow,
  VariantService,
} from '../api/types';
import { CheckedFigure, JudgedDeployment, judgeFigureOf } from './judge';

const NO_REQUESTS = 'no requests in the window';

function worst(values: (number | null | undefined)[]): number | null {
  const known = values.filter(
    (value): value is number =>
      typeof value === 'number' && !Number.isNaN(value),
  );
  return known.length ? Math.max(...known) : null;
}

function sum(values: (number | null)[]): number | null {
  const known = values.filter(value => value !== null);
  return known.length ? known.reduce((total, value) => total + value, 0) : null;
}

/** A variant whose version changed within the window is in several parts. */
function together(parts: readonly VariantService[]) {
  const requests = sum(parts.map(part => part.requests));
  const errors = sum(parts.map(part => part.errors));
  const ratio =
    parts.length > 1 && requests && errors !== null
      ? errors / requests
      : worst(parts.map(part => part.errorRatio));
  return {
    requests,
    errorRatio: ratio,
    rate: sum(parts.map(part => part.rate)),
    p50: worst(parts.map(part => part.latency.p50)),
    p95: worst(parts.map(part => part.latency.p95)),
    p99: worst(parts.map(part => part.latency.p99)),
    saturation: worst(parts.map(part => part.saturation)),
  };
}

function figuresOf(
  variant: string | undefined,
  parts: readonly VariantService[],
): CheckedFigure[] {
  const all = together(parts);
  const silent = all.requests === 0 || parts.length === 0;
  const titled = (title: string) => (variant ? `${title}, ${variant}` : title);
  const figure = (
    metric: string,
    title: string,
    unit: string,
    value: number | null,
  ): CheckedFigure => ({
    group: 'service',
    metric,
    title: titled(title),
    unit,
    variant,
    value,
    ...(value === null && { reason: silent ? NO_REQUESTS : 'not measured' }),
  });
  return [
    figure(
      'error_ratio',
      'Error ratio',
      'share',
      silent ? null : all.errorRatio,
    ),
    figure('latency_p50', 'Median latency', 'ms', all.p50),
    figure('latency_p95', '95th percentile of latency', 'ms', all.p95),
    figure('latency_p99', '99th percentile of latency', 'ms', all.p99),
    figure('rate', 'Request rate', '1/s', all.rate),
    figure('saturation', 'Capacity in use', 'share', all.saturation),
  ];
}

/** The variants that an answer tells of, or is expected to. */
function variantsOf(
  answer: ServiceHealth,
  { variants }: JudgedDeployment,
  only: string | undefined,
): (string | undefined)[] {
  // One that gets no traffic before its switch, or after it, is not silent.
  const idle = new Set(
    variants.filter(({ traffic }) => traffic === 0).map(({ name }) => name),
  );
  const told = answer.variants
    .filter(({ variant, requests }) => requests || !idle.has(variant ?? ''))
    .map(({ variant }) => variant);
  const byVariant = told.length === 0 || told.some(name => name !== undefined);
  const declared = byVariant
    ? variants
        .filter(({ name }) => !idle.has(name) && (!only || name === only))
        .map(({ name }) => name)
    : [];
  const all = new Set<string | undefined>([...told, ...declared]);
  return all.size > 0 ? [...all] : [only];
}

/** Judges how a deployment serves; a variant without requests is unknown. @public */
export function judgeService(
  deployment: JudgedDeployment,
  answer: ServiceHealth,
  window: TimeWindow,
  options: { variant?: string } = {},
): HealthCheck[] {
  return variantsOf(answer, deployment, options.variant).flatMap(variant => {
    const parts = answer.variants.filter(part => part.variant === variant);
    return figuresOf(variant, parts).flatMap(figure =>
      judgeFigureOf(deployment, window, figure),
    );
  });
}
