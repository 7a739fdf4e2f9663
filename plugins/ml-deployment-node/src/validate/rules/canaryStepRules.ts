import {
  isObject,
  listAt,
  numberAt,
  objectAt,
  pointer,
  show,
  textAt,
} from '../read';
import { Finding, Json } from '../types';
import { ManifestRule, unless } from './types';

const KINDS = [
  'setWeight',
  'pause',
  'setCanaryScale',
  'setHeaderRoute',
  'setMirrorRoute',
  'analysis',
  'experiment',
  'plugin',
];

const canaryOf = (document: Json) =>
  objectAt(document, 'spec', 'strategy', 'canary');
const routingOf = (document: Json) =>
  objectAt(canaryOf(document), 'trafficRouting');
const pathOf = (i: number, ...more: (string | number)[]) =>
  pointer('spec', 'strategy', 'canary', 'steps', i, ...more);

const stepRule =
  (rule: (step: Json, i: number, document: Json) => Finding[]): ManifestRule =>
  document =>
    listAt(canaryOf(document), 'steps').flatMap((step, i) =>
      isObject(step) ? rule(step, i, document) : [],
    );

const oneKind = stepRule((step, i) => {
  const found = Object.keys(step);
  return unless(
    found.length === 1 && KINDS.includes(found[0]),
    pathOf(i),
    `exactly one of ${KINDS.join(', ')}`,
    found.join(' and ') || 'nothing',
  );
});

const weight = stepRule((step, i, document) => {
  const value = numberAt(step, 'setWeight');
  const most = numberAt(routingOf(document), 'maxTrafficWeight') ?? 100;
  return unless(
    value === undefined || (value >= 0 && value <= most),
    pathOf(i, 'setWeight'),
    `0 to ${most}`,
    show(value),
  );
});

const scale = stepRule((step, i, document) => {
  if (!isObject(step.setCanaryScale)) return [];
  const percent = numberAt(step.setCanaryScale, 'weight');
  return [
    ...unless(
      isObject(canaryOf(document).trafficRouting),
      pathOf(i, 'setCanaryScale'),
      'spec.strategy.canary.trafficRouting, which it needs',
      'nothing',
    ),
    ...unless(
      percent === undefined || (percent >= 0 && percent <= 100),
      pathOf(i, 'setCanaryScale', 'weight'),
      '0 to 100',
      show(percent),
    ),
  ];
});

function managedRoute(
  step: Json,
  i: number,
  document: Json,
  kind: 'setHeaderRoute' | 'setMirrorRoute',
  routers: string[],
): Finding[] {
  if (!isObject(step[kind])) return [];
  const routing = routingOf(document);
  const name = textAt(step, kind, 'name');
  const managed = listAt(routing, 'managedRoutes').map(route =>
    textAt(route, 'name'),
  );
  const present = Object.keys(routing).filter(key => key !== 'managedRoutes');
  return [
    ...unless(
      present.some(key => routers.includes(key)),
      pathOf(i, kind),
      `trafficRouting by one of ${routers.join(', ')}`,
      present.join(', ') || 'none',
    ),
    ...unless(
      Boolean(name) && managed.includes(name),
      pathOf(i, kind, 'name'),
      'the name of one of trafficRouting.managedRoutes',
      show(name),
    ),
  ];
}

const KINDS_OF_MATCH = ['exact', 'regex', 'prefix'];

function stringMatch(match: unknown, field: string): Finding[] {
  if (match === undefined) return [];
  const found = KINDS_OF_MATCH.filter(key => textAt(match, key) !== undefined);
  return unless(
    found.length === 1,
    field,
    `exactly one of ${KINDS_OF_MATCH.join(', ')}`,
    found.join(' and ') || 'none',
  );
}

const headerRoute = stepRule((step, i, document) => [
  ...managedRoute(step, i, document, 'setHeaderRoute', [
    'istio',
    'alb',
    'apisix',
    'plugins',
  ]),
  ...listAt(step, 'setHeaderRoute', 'match').flatMap((match, j) => {
    const field = pathOf(i, 'setHeaderRoute', 'match', j, 'headerValue');
    const value = objectAt(match, 'headerValue');
    const routing = routingOf(document);
    return [
      ...stringMatch(value, field),
      ...unless(
        !isObject(routing.alb) || value.exact !== undefined,
        field,
        'exact, the only match that ALB has',
        show(value),
      ),
    ];
  }),
]);

const mirrorRoute = stepRule((step, i, document) => {
  const percentage = numberAt(step, 'setMirrorRoute', 'percentage');
  return [
    ...managedRoute(step, i, document, 'setMirrorRoute', ['istio', 'plugins']),
    ...unless(
      percentage === undefined || (percentage >= 0 && percentage <= 100),
      pathOf(i, 'setMirrorRoute', 'percentage'),
      '0 to 100',
      show(percentage),
    ),
    // Without a match the step takes the mirror away, whatever share it names.
    ...unless(
      percentage === undefined ||
        listAt(step, 'setMirrorRoute', 'match').length > 0,
      pathOf(i, 'setMirrorRoute', 'match'),
      'a match, without which the step removes the mirror',
      'nothing',
    ),
    ...listAt(step, 'setMirrorRoute', 'match').flatMap((match, j) =>
      ['method', 'path'].flatMap(key =>
        stringMatch(
          isObject(match) ? match[key] : undefined,
          pathOf(i, 'setMirrorRoute', 'match', j, key),
        ),
      ),
    ),
  ];
});

/* After the last step the candidate gets all traffic: a mirror that stays on is no shadow. */
const shadowEnds: ManifestRule = document => {
  const steps = listAt(canaryOf(document), 'steps').filter(isObject);
  const last = steps.findLastIndex(step => isObject(step.setMirrorRoute));
  if (last < 0 || !listAt(steps[last], 'setMirrorRoute', 'match').length) {
    return [];
  }
  const after = steps.slice(last + 1);
  return unless(
    after.some(step => isObject(step.pause) || isObject(step.analysis)),
    pathOf(last, 'setMirrorRoute'),
    'a pause or an analysis after it, or the candidate gets all traffic at once',
    'nothing',
  );
};

const experimentWeight = stepRule((step, i, document) =>
  listAt(step, 'experiment', 'templates').flatMap((template, j) =>
    unless(
      numberAt(template, 'weight') === undefined ||
        ['istio', 'alb', 'smi', 'plugins'].some(key =>
          isObject(routingOf(document)[key]),
        ),
      pathOf(i, 'experiment', 'templates', j, 'weight'),
      'trafficRouting by one of smi, alb, istio, plugins, which it needs',
      show(numberAt(template, 'weight')),
    ),
  ),
);

export const canaryStepRules: readonly ManifestRule[] = [
  oneKind,
  weight,
  scale,
  headerRoute,
  mirrorRoute,
  shadowEnds,
  experimentWeight,
];
