import { selectorOf } from '../build/metadata';
import { RolloutStrategy, rolloutOf } from '../build/rollout';
import {
  autoscalerOf,
  disruptionBudgetOf,
  serviceOf,
} from '../build/workloads';
import { KubernetesObject, RenderedManifests } from '../manifests/types';
import { ObjectNames } from '../request/names';
import { RenderRequest } from '../request/requestSchema';
import { ArgoAnalysis, argoAnalysisOf } from './argoAnalysis';
import { routeOf, trafficRoutingOf } from './argoRouting';
import { argoStepsOf } from './argoSteps';
import { fileOf } from './files';

const FIRST_VERSION =
  'The first version of a Rollout skips all steps: a version must be running before this one.';
const END_OF_SHADOW =
  'Going on from the last pause gives the candidate all traffic: to end this, set the template back to the version in production.';

/** Time for which the old version is kept after a switch. */
const KEEP_OLD_SECONDS = 3_600;

function blueGreenOf(
  names: ObjectNames,
  analysis: ArgoAnalysis,
): RolloutStrategy {
  return {
    blueGreen: {
      activeService: names.active,
      previewService: names.preview,
      // Somebody switches, on the evidence of the preview.
      autoPromotionEnabled: false,
      scaleDownDelaySeconds: KEEP_OLD_SECONDS,
      ...(analysis.checks ? { prePromotionAnalysis: analysis.checks } : {}),
      ...(analysis.guardrails
        ? { postPromotionAnalysis: analysis.guardrails }
        : {}),
    },
  };
}

function canaryOf(
  request: RenderRequest,
  names: ObjectNames,
  analysis: ArgoAnalysis,
): RolloutStrategy {
  return {
    canary: {
      stableService: names.stable,
      canaryService: names.candidate,
      trafficRouting: trafficRoutingOf(request, names),
      ...(analysis.guardrails
        ? { analysis: { ...analysis.guardrails, startingStep: 1 } }
        : {}),
      steps: argoStepsOf(request, analysis),
    },
  };
}

function noticesOf(request: RenderRequest, analysis: ArgoAnalysis): string[] {
  const { strategy } = request;
  const notices = [FIRST_VERSION, ...analysis.notices];
  if (strategy === 'shadow' || strategy === 'ab-test') {
    notices.push(END_OF_SHADOW);
  }
  if (strategy === 'blue-green' && analysis.checks) {
    notices.push(
      'The preview gets only the requests that are sent to it: the analysis before the switch stays inconclusive, and the rollout waits, until there are enough.',
    );
  }
  return notices;
}

/** Manifests for Argo Rollouts, with Istio or the Gateway API. */
export function renderArgoRollouts(
  request: RenderRequest,
  names: ObjectNames,
): RenderedManifests {
  const { strategy } = request;
  const workload = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    name: names.base,
  };
  const around = [
    ...autoscalerOf(request, workload),
    ...disruptionBudgetOf(request, names.base, selectorOf(request)),
  ];
  const file = (path: string, documents: KubernetesObject[]) =>
    fileOf(names.base, path, documents);
  if (strategy === 'rolling') {
    return {
      files: [
        ...file('service', [serviceOf(request, names.base)]),
        ...file('rollout', [
          rolloutOf(request, {
            canary: { maxSurge: '25%', maxUnavailable: 0 },
          }),
          ...around,
        ]),
      ],
      notices: [],
    };
  }
  const analysis = argoAnalysisOf(request, names);
  const isSwitch = strategy === 'blue-green';
  const [old, fresh] = isSwitch
    ? [names.active, names.preview]
    : [names.stable, names.candidate];
  return {
    files: [
      ...file('services', [serviceOf(request, old), serviceOf(request, fresh)]),
      ...file('analysis', analysis.templates),
      ...file('route', routeOf(request, names)),
      ...file('rollout', [
        rolloutOf(
          request,
          isSwitch
            ? blueGreenOf(names, analysis)
            : canaryOf(request, names, analysis),
        ),
        ...around,
      ]),
    ],
    notices: noticesOf(request, analysis),
  };
}
