import { isObject, pointer, show } from './read';
import { Finding, Json } from './types';

const ANALYSIS =
  'analysisRunMetadata args dryRun measurementRetention templates';
const CANARY = 'spec.strategy.canary';
const BLUE_GREEN = 'spec.strategy.blueGreen';

const analysisTemplate: Record<string, string> = {
  spec: 'args dryRun measurementRetention metrics templates',
  'spec.metrics.*':
    'consecutiveErrorLimit consecutiveSuccessLimit count failureCondition failureLimit inconclusiveLimit initialDelay interval name provider successCondition',
  'spec.metrics.*.provider.prometheus':
    'address authentication headers insecure query rangeQuery timeout',
};

/**
 * Fields of the objects that move traffic and judge it, by path. The schemas
 * that packages publish let a misspelt one through, which is then left out
 * without a word.
 */
export const KNOWN_FIELDS: Record<string, Record<string, string>> = {
  'argoproj.io/v1alpha1 Rollout': {
    spec: 'analysis minReadySeconds paused progressDeadlineAbort progressDeadlineSeconds replicas restartAt revisionHistoryLimit rollbackWindow selector strategy template workloadRef',
    'spec.strategy': 'blueGreen canary',
    [CANARY]:
      'abortScaleDownDelaySeconds analysis antiAffinity canaryMetadata canaryService dynamicStableScale maxSurge maxUnavailable minPodsPerReplicaSet pingPong replicaProgressThreshold scaleDownDelayRevisionLimit scaleDownDelaySeconds stableMetadata stableService steps trafficRouting',
    [`${CANARY}.trafficRouting`]:
      'alb ambassador apisix appMesh istio managedRoutes maxTrafficWeight nginx plugins smi traefik',
    [`${CANARY}.trafficRouting.istio`]:
      'destinationRule virtualService virtualServices',
    [`${CANARY}.trafficRouting.istio.virtualService`]:
      'name routes tcpRoutes tlsRoutes',
    [`${CANARY}.analysis`]: `${ANALYSIS} startingStep`,
    [`${CANARY}.steps.*.setCanaryScale`]: 'matchTrafficWeight replicas weight',
    [`${CANARY}.steps.*.setHeaderRoute`]: 'match name',
    [`${CANARY}.steps.*.setMirrorRoute`]: 'match name percentage',
    [`${CANARY}.steps.*.pause`]: 'duration',
    [`${CANARY}.steps.*.analysis`]: ANALYSIS,
    [BLUE_GREEN]:
      'abortScaleDownDelaySeconds activeMetadata activeService antiAffinity autoPromotionEnabled autoPromotionSeconds maxUnavailable postPromotionAnalysis prePromotionAnalysis previewMetadata previewReplicaCount previewService scaleDownDelayRevisionLimit scaleDownDelaySeconds',
    [`${BLUE_GREEN}.prePromotionAnalysis`]: ANALYSIS,
    [`${BLUE_GREEN}.postPromotionAnalysis`]: ANALYSIS,
  },
  'argoproj.io/v1alpha1 AnalysisTemplate': analysisTemplate,
  'argoproj.io/v1alpha1 ClusterAnalysisTemplate': analysisTemplate,
  // With those of the experimental channel.
  'gateway.networking.k8s.io/v1 HTTPRoute': {
    spec: 'hostnames parentRefs rules useDefaultGateways',
    'spec.rules.*':
      'backendRefs filters matches name retry sessionPersistence timeouts',
    'spec.rules.*.matches.*': 'headers method path queryParams',
    'spec.rules.*.matches.*.headers.*': 'name type value',
    'spec.rules.*.backendRefs.*':
      'filters group kind name namespace port weight',
    'spec.rules.*.filters.*':
      'cors extensionRef externalAuth requestHeaderModifier requestMirror requestRedirect responseHeaderModifier type urlRewrite',
    'spec.rules.*.filters.*.requestMirror': 'backendRef fraction percent',
  },
  'networking.istio.io/v1 VirtualService': {
    spec: 'exportTo gateways hosts http tcp tls',
    'spec.http.*':
      'corsPolicy delegate directResponse fault headers match mirror mirror_percent mirrorPercent mirrorPercentage mirrors name redirect retries rewrite route timeout',
    'spec.http.*.route.*': 'destination headers weight',
    'spec.http.*.mirror': 'host port subset',
    'spec.http.*.mirrorPercentage': 'value',
  },
};

type Place = [path: (string | number)[], value: unknown];

function placesOf(document: Json, path: string): Place[] {
  return path.split('.').reduce<Place[]>(
    (places, part) =>
      places.flatMap(([way, value]): Place[] => {
        if (part === '*') {
          return Array.isArray(value)
            ? value.map((entry, i) => [[...way, i], entry])
            : [];
        }
        return isObject(value) && Object.hasOwn(value, part)
          ? [[[...way, part], value[part]]]
          : [];
      }),
    [[[], document]],
  );
}

/** Fields that a kind does not have, where traffic is moved and judged. */
export function findUnknownFields(document: Json): Finding[] {
  const key = `${document.apiVersion} ${document.kind}`;
  if (!Object.hasOwn(KNOWN_FIELDS, key)) return [];
  return Object.entries(KNOWN_FIELDS[key]).flatMap(([path, fields]) => {
    const known = new Set(fields.split(' '));
    return placesOf(document, path).flatMap(([way, value]) =>
      isObject(value)
        ? Object.keys(value)
            .filter(name => !known.has(name))
            .map(name => ({
              field: pointer(...way, name),
              expected: 'no such field',
              was: show(value[name]),
            }))
        : [],
    );
  });
}
