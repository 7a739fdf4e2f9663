import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import { metadataOf } from '../build/metadata';
import { KubernetesObject } from '../manifests/types';
import { RenderRule } from '../request/metricsSchema';
import { slug, versionLabel } from '../request/names';
import { RenderRequest } from '../request/requestSchema';
import { conditionsOf } from './conditions';
import { queryOf } from './queries';

/** Measurements of an analysis that ends. */
export const DEFAULT_COUNT = 10;
const DEFAULT_LIMIT = 2;

/** Rules that something is known to measure with, and the rest. */
export function splitRules<R extends RenderRule>(
  request: RenderRequest,
  rules: readonly R[] = [],
): { measured: R[]; unmeasured: R[] } {
  const measured: R[] = [];
  const unmeasured: R[] = [];
  for (const rule of rules) {
    const known = request.metrics && queryOf(request, rule) !== undefined;
    (known ? measured : unmeasured).push(rule);
  }
  return { measured, unmeasured };
}

function namesOfRules(rules: readonly RenderRule[]): string[] {
  const seen = new Map<string, number>();
  return rules.map(({ metric }) => {
    const name = slug(metric);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}-${times}`;
  });
}

/** Arguments that tell a template the versions. */
export function analysisArgsOf({ versions }: RenderRequest) {
  return [
    {
      name: 'candidate-version',
      value: versionLabel(versions.candidate.version),
    },
    {
      name: 'stable-version',
      value: versionLabel((versions.stable ?? versions.candidate).version),
    },
  ];
}

/** A template that measures rules; `forever` for one that runs in the background. */
export function analysisTemplateOf(
  request: RenderRequest,
  name: string,
  rules: readonly RenderRule[],
  options: { forever?: boolean; strict?: boolean } = {},
): KubernetesObject {
  const metrics = request.metrics!;
  const count = metrics.count ?? DEFAULT_COUNT;
  const failureLimit = options.strict
    ? 0
    : metrics.failureLimit ?? Math.min(DEFAULT_LIMIT, count);
  const inconclusiveLimit =
    metrics.inconclusiveLimit ?? Math.min(DEFAULT_LIMIT, count);
  const names = namesOfRules(rules);
  const template = {
    apiVersion: 'argoproj.io/v1alpha1' as const,
    kind: 'AnalysisTemplate' as const,
    metadata: metadataOf(request, name),
    spec: {
      args: analysisArgsOf(request).map(arg => ({ name: arg.name })),
      metrics: rules.map((rule, i) => ({
        name: names[i],
        // The first window must have filled, or its gap would count.
        initialDelay: metrics.window ?? '5m',
        interval: metrics.interval ?? '1m',
        ...(options.forever ? {} : { count }),
        ...conditionsOf(rule),
        failureLimit,
        inconclusiveLimit,
        provider: {
          prometheus: {
            address: metrics.address,
            query: queryOf(request, rule)!,
          },
        },
      })),
    },
  } satisfies IAnalysisTemplate & KubernetesObject;
  return template;
}
