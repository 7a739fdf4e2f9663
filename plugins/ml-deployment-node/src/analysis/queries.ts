import { RenderRule } from '../request/metricsSchema';
import { RenderRequest } from '../request/requestSchema';

const CANDIDATE = '{{args.candidate-version}}';
const STABLE = '{{args.stable-version}}';

/** Requests below which a window says nothing. */
const LEAST_REQUESTS = 20;

type Figure = (select: (more?: string) => string, window: string) => string;

const quantile =
  (share: number): Figure =>
  (select, window) =>
    `histogram_quantile(${share}, sum by (le) (rate(istio_request_duration_milliseconds_bucket${select()}[${window}])))`;

/* In the units of the metrics of the same names: shares, milliseconds, requests a second. */
const ISTIO_FIGURES: Record<string, Figure> = {
  // Without a failure there is no series, which means none and not unknown.
  error_ratio: (select, window) =>
    `((sum(rate(istio_requests_total${select(
      'response_code=~"5.."',
    )}[${window}])) or vector(0)) / (sum(rate(istio_requests_total${select()}[${window}])) > 0))`,
  latency_p50: quantile(0.5),
  latency_p95: quantile(0.95),
  latency_p99: quantile(0.99),
  request_rate: (select, window) =>
    `sum(rate(istio_requests_total${select()}[${window}]))`,
};

/* Copies of a mirror are seen by the side that gets them only. */
function istioSelector({ name, namespace }: RenderRequest, version: string) {
  return (more?: string) => {
    const labels = [
      'reporter="destination"',
      `destination_workload_namespace="${namespace}"`,
      `destination_canonical_service="${name}"`,
      `destination_version="${version}"`,
      ...(more ? [more] : []),
    ];
    return `{${labels.join(',')}}`;
  };
}

function figureOf(
  request: RenderRequest,
  metric: string,
  version: string,
): string | undefined {
  const { metrics, target } = request;
  const own = metrics?.queries?.[metric];
  if (own) return `(${own.replaceAll('{{version}}', version)})`;
  if (target !== 'argo-rollouts-istio') return undefined;
  if (!Object.hasOwn(ISTIO_FIGURES, metric)) return undefined;
  return ISTIO_FIGURES[metric](
    istioSelector(request, version),
    metrics?.window ?? '5m',
  );
}

function guardOf(request: RenderRequest): string {
  const { metrics, target } = request;
  if (target !== 'argo-rollouts-istio') return '';
  const all = istioSelector(request, CANDIDATE)();
  const window = metrics?.window ?? '5m';
  const least = metrics?.leastRequests ?? LEAST_REQUESTS;
  return ` and on () (sum(increase(istio_requests_total${all}[${window}])) >= ${least})`;
}

/**
 * The query of what a rule holds against its limit; empty where too few
 * requests came. Undefined where nothing is known to measure it with.
 */
export function queryOf(
  request: RenderRequest,
  { metric, measure = 'value' }: RenderRule,
): string | undefined {
  const candidate = figureOf(request, metric, CANDIDATE);
  const stable = figureOf(request, metric, STABLE);
  if (!candidate || !stable) return undefined;
  const compared = {
    value: candidate,
    difference: `${candidate} - ${stable}`,
    ratio: `${candidate} / ${stable}`,
  }[measure];
  const guard = guardOf(request);
  return guard ? `(${compared})${guard}` : compared;
}
