import { at, isObject, listAt, objectAt, show, textAt } from '../read';
import { Json } from '../types';
import { canaryStepRules } from './canaryStepRules';
import { ManifestRule, unless } from './types';

const oneStrategy: ManifestRule = document => {
  const strategy = objectAt(document, 'spec', 'strategy');
  const found = ['blueGreen', 'canary'].filter(key => isObject(strategy[key]));
  return unless(
    found.length === 1,
    '/spec/strategy',
    'exactly one of blueGreen, canary',
    found.join(' and ') || 'none',
  );
};

const podsOrReference: ManifestRule = document => {
  const spec = objectAt(document, 'spec');
  const found = ['workloadRef', 'template'].filter(key => isObject(spec[key]));
  const matched = Object.keys(objectAt(spec, 'selector', 'matchLabels')).length;
  const expressions = listAt(spec, 'selector', 'matchExpressions').length;
  return [
    ...unless(
      found.length === 1,
      '/spec/template',
      'exactly one of template, workloadRef',
      found.join(' and ') || 'neither',
    ),
    ...(spec.workloadRef
      ? []
      : unless(
          matched + expressions > 0,
          '/spec/selector',
          'labels that select the pods',
          show(spec.selector),
        )),
  ];
};

const selectorMatches: ManifestRule = document => {
  const spec = objectAt(document, 'spec');
  if (!spec.template) return [];
  const labels = objectAt(spec, 'template', 'metadata', 'labels');
  return Object.entries(objectAt(spec, 'selector', 'matchLabels')).flatMap(
    ([key, value]) =>
      unless(
        labels[key] === value,
        '/spec/template/metadata/labels',
        `${key}: ${value}, as the selector asks`,
        show(labels[key]),
      ),
  );
};

const blueGreenServices: ManifestRule = document => {
  const blueGreen = at(document, 'spec', 'strategy', 'blueGreen');
  if (!isObject(blueGreen)) return [];
  const active = textAt(blueGreen, 'activeService');
  const preview = textAt(blueGreen, 'previewService');
  return [
    ...unless(
      Boolean(active),
      '/spec/strategy/blueGreen/activeService',
      'the Service of the version in use',
      'nothing',
    ),
    ...unless(
      !active || active !== preview,
      '/spec/strategy/blueGreen/previewService',
      'another Service than the active one',
      show(preview),
    ),
  ];
};

/* With subsets of a DestinationRule one Service is enough, and a plugin may do without. */
function needsServices(routing: Json): boolean {
  if (isObject(routing.istio)) {
    return !isObject(at(routing, 'istio', 'destinationRule'));
  }
  return Object.keys(routing).some(
    key => !['managedRoutes', 'maxTrafficWeight', 'plugins'].includes(key),
  );
}

const canaryServices: ManifestRule = document => {
  const canary = objectAt(document, 'spec', 'strategy', 'canary');
  const { canaryService, stableService } = canary;
  const path = '/spec/strategy/canary';
  const routing = objectAt(canary, 'trafficRouting');
  return [
    ...(needsServices(routing)
      ? ['canaryService', 'stableService'].flatMap(key =>
          unless(
            Boolean(canary[key]),
            `${path}/${key}`,
            'a Service, which the traffic routing needs',
            'nothing',
          ),
        )
      : []),
    ...unless(
      !canaryService || canaryService !== stableService,
      `${path}/canaryService`,
      'another Service than the stable one',
      show(canaryService),
    ),
  ];
};

const isZero = (value: unknown) =>
  value === 0 || (typeof value === 'string' && /^0+%?$/.test(value));

const surge: ManifestRule = document => {
  const canary = objectAt(document, 'spec', 'strategy', 'canary');
  return unless(
    !(isZero(canary.maxSurge) && isZero(canary.maxUnavailable)),
    '/spec/strategy/canary/maxSurge',
    'above 0 where maxUnavailable is 0, or nothing could ever be replaced',
    show(canary.maxSurge),
  );
};

export const rolloutRules: readonly ManifestRule[] = [
  oneStrategy,
  podsOrReference,
  selectorMatches,
  blueGreenServices,
  canaryServices,
  surge,
  ...canaryStepRules,
];
