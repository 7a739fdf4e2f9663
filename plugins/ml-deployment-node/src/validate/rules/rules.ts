import { Finding, Json } from '../types';
import { analysisRules } from './analysisRules';
import { inferenceGraphRules } from './inferenceGraphRules';
import { inferenceServiceRules } from './inferenceServiceRules';
import { metadataRules } from './metadataRules';
import { rolloutRules } from './rolloutRules';
import { httpRouteRules, virtualServiceRules } from './routeRules';
import { RulesByKind } from './types';
import {
  autoscalerRules,
  deploymentRules,
  disruptionBudgetRules,
  podResources,
  serviceRules,
} from './workloadRules';

const RULES: RulesByKind = {
  'serving.kserve.io InferenceService': inferenceServiceRules,
  'serving.kserve.io InferenceGraph': inferenceGraphRules,
  'argoproj.io Rollout': [...rolloutRules, podResources],
  'argoproj.io AnalysisTemplate': analysisRules,
  'argoproj.io ClusterAnalysisTemplate': analysisRules,
  'gateway.networking.k8s.io HTTPRoute': httpRouteRules,
  'networking.istio.io VirtualService': virtualServiceRules,
  'apps Deployment': deploymentRules,
  'autoscaling HorizontalPodAutoscaler': autoscalerRules,
  'policy PodDisruptionBudget': disruptionBudgetRules,
  ' Service': serviceRules,
};

/** What webhooks and controllers would refuse, or take without doing what it says. */
export function findByRules(document: Json): Finding[] {
  const apiVersion = String(document.apiVersion);
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  const key = `${group} ${document.kind}`;
  const rules = Object.hasOwn(RULES, key) ? RULES[key] : [];
  return [...metadataRules, ...rules].flatMap(rule => rule(document));
}
