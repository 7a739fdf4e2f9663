import { spanMs } from '@airworthy/plugin-ml-deployment-common';
import {
  analysisArgsOf,
  analysisTemplateOf,
  splitRules,
} from '../analysis/analysisTemplate';
import { KubernetesObject } from '../manifests/types';
import { ObjectNames } from '../request/names';
import { RenderRequest } from '../request/requestSchema';

const MINUTE_MS = 60_000;
/* The engine's own advice: an analysis is for minutes to an hour or two. */
const LONGEST_STEP_MS = 120 * MINUTE_MS;

/** What a Rollout measures by itself. */
export interface ArgoAnalysis {
  templates: KubernetesObject[];
  /** Analysis of a step, or before a switch. */
  checks?: { templates: { templateName: string }[]; args: ArgoArgs };
  /** Analysis that runs beside the steps, or after a switch. */
  guardrails?: { templates: { templateName: string }[]; args: ArgoArgs };
  /** Wait before a step is judged: without a duration until somebody goes on. */
  pause: { duration?: string };
  notices: string[];
}

type ArgoArgs = { name: string; value: string }[];

const listed = (rules: { metric: string }[]) =>
  [...new Set(rules.map(({ metric }) => metric))].join(', ');

/** Works out what a Rollout can measure, and what is left to people. */
export function argoAnalysisOf(
  request: RenderRequest,
  names: ObjectNames,
): ArgoAnalysis {
  const isSwitch = request.strategy === 'blue-green';
  const checks = splitRules(request, request.checks);
  // After the switch the stable version gets nothing to compare with.
  const rules = request.stopRules ?? [];
  const stops = splitRules(
    request,
    isSwitch
      ? rules.filter(({ measure = 'value' }) => measure === 'value')
      : rules,
  );
  const args = analysisArgsOf(request);
  const notices: string[] = [];
  const unmeasured = [...checks.unmeasured, ...stops.unmeasured];
  if (unmeasured.length) {
    notices.push(
      `Nothing is known to measure ${listed(
        unmeasured,
      )} with: the rollout waits for somebody who looks. Give a query in metrics.queries.`,
    );
  }
  const span = request.traffic?.stepDuration
    ? spanMs(request.traffic.stepDuration)
    : undefined;
  const isLong = span !== undefined && span > LONGEST_STEP_MS;
  if (isLong) {
    notices.push(
      `A step lasts ${request.traffic?.stepDuration}, longer than an analysis is meant to run: each step waits until somebody goes on.`,
    );
  }
  const decidesItself =
    checks.measured.length > 0 &&
    unmeasured.length === 0 &&
    span !== undefined &&
    !isLong;
  return {
    templates: [
      ...(checks.measured.length
        ? [analysisTemplateOf(request, names.checks, checks.measured)]
        : []),
      ...(stops.measured.length
        ? [
            analysisTemplateOf(request, names.guardrails, stops.measured, {
              forever: !isSwitch,
              strict: true,
            }),
          ]
        : []),
    ],
    ...(checks.measured.length
      ? { checks: { templates: [{ templateName: names.checks }], args } }
      : {}),
    ...(stops.measured.length
      ? {
          guardrails: {
            templates: [{ templateName: names.guardrails }],
            args,
          },
        }
      : {}),
    pause: decidesItself ? { duration: `${Math.ceil(span / 1_000)}s` } : {},
    notices,
  };
}
