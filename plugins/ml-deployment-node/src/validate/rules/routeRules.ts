import { at, isObject, listAt, numberAt, pointer, show, textAt } from '../read';
import { Json } from '../types';
import { ManifestRule, unless } from './types';

const FIELDS_OF_FILTERS: Record<string, string> = {
  RequestMirror: 'requestMirror',
  RequestHeaderModifier: 'requestHeaderModifier',
  ResponseHeaderModifier: 'responseHeaderModifier',
  RequestRedirect: 'requestRedirect',
  URLRewrite: 'urlRewrite',
  ExtensionRef: 'extensionRef',
  CORS: 'cors',
  ExternalAuth: 'externalAuth',
};

const filters: ManifestRule = document =>
  listAt(document, 'spec', 'rules').flatMap((rule, i) =>
    listAt(rule, 'filters').flatMap((filter, j) => {
      const path = (...more: string[]) =>
        pointer('spec', 'rules', i, 'filters', j, ...more);
      const type = textAt(filter, 'type') ?? '';
      const field = FIELDS_OF_FILTERS[type];
      const mirror = at(filter, 'requestMirror');
      const percent = numberAt(mirror, 'percent');
      const fraction = at(mirror, 'fraction');
      const parts = numberAt(fraction, 'numerator');
      const whole = numberAt(fraction, 'denominator') ?? 100;
      return [
        ...(field
          ? unless(
              isObject(at(filter, field)),
              path(field),
              `what the filter ${type} does`,
              'nothing',
            )
          : []),
        ...unless(
          percent === undefined || fraction === undefined,
          path('requestMirror', 'percent'),
          'either percent or fraction',
          'both',
        ),
        ...unless(
          percent === undefined || (percent >= 0 && percent <= 100),
          path('requestMirror', 'percent'),
          '0 to 100',
          show(percent),
        ),
        ...unless(
          parts === undefined || parts <= whole,
          path('requestMirror', 'fraction', 'numerator'),
          `at most the denominator of ${whole}`,
          show(parts),
        ),
      ];
    }),
  );

const someWeight: ManifestRule = document =>
  listAt(document, 'spec', 'rules').flatMap((rule, i) => {
    const backends = listAt(rule, 'backendRefs');
    return unless(
      !backends.length ||
        backends.some(backend => (numberAt(backend, 'weight') ?? 1) > 0),
      pointer('spec', 'rules', i, 'backendRefs'),
      'at least one backend with a weight above 0, or every request fails',
      'all 0',
    );
  });

const backendPorts: ManifestRule = document =>
  listAt(document, 'spec', 'rules').flatMap((rule, i) =>
    listAt(rule, 'backendRefs').flatMap((backend, j) => {
      const kind = textAt(backend, 'kind') ?? 'Service';
      return unless(
        kind !== 'Service' || numberAt(backend, 'port') !== undefined,
        pointer('spec', 'rules', i, 'backendRefs', j, 'port'),
        'a port, which a Service needs',
        'nothing',
      );
    }),
  );

export const httpRouteRules: readonly ManifestRule[] = [
  filters,
  someWeight,
  backendPorts,
];

const routesOf = (document: Json) =>
  listAt(document, 'spec', 'http').map(
    (route, i) => [route, ['spec', 'http', i]] as const,
  );

const hosts: ManifestRule = document =>
  unless(
    listAt(document, 'spec', 'hosts').length > 0,
    '/spec/hosts',
    'at least one host',
    'none',
  );

const destinations: ManifestRule = document =>
  routesOf(document).flatMap(([http, path]) => {
    const routes = listAt(http, 'route');
    const weights = routes.map(route => numberAt(route, 'weight'));
    const sum = weights.reduce<number>((total, w) => total + (w ?? 0), 0);
    return [
      ...unless(
        routes.length > 0 ||
          isObject(at(http, 'redirect')) ||
          isObject(at(http, 'directResponse')) ||
          isObject(at(http, 'delegate')),
        pointer(...path, 'route'),
        'at least one destination',
        'none',
      ),
      ...routes.flatMap((route, j) =>
        unless(
          Boolean(textAt(route, 'destination', 'host')),
          pointer(...path, 'route', j, 'destination', 'host'),
          'a host',
          'nothing',
        ),
      ),
      ...weights.flatMap((weight, j) =>
        unless(
          weight === undefined || weight >= 0,
          pointer(...path, 'route', j, 'weight'),
          'at least 0',
          show(weight),
        ),
      ),
      ...unless(
        routes.length < 2 || sum > 0,
        pointer(...path, 'route'),
        'weights with a sum above 0',
        show(sum),
      ),
    ];
  });

const mirrors: ManifestRule = document =>
  routesOf(document).flatMap(([http, path]) => {
    const share = numberAt(http, 'mirrorPercentage', 'value');
    return [
      ...unless(
        at(http, 'mirror') === undefined || at(http, 'mirrors') === undefined,
        pointer(...path, 'mirrors'),
        'either mirror or mirrors',
        'both',
      ),
      ...unless(
        share === undefined || (share >= 0 && share <= 100),
        pointer(...path, 'mirrorPercentage', 'value'),
        '0 to 100',
        show(share),
      ),
      ...unless(
        at(http, 'mirrorPercentage') === undefined ||
          at(http, 'mirror') !== undefined,
        pointer(...path, 'mirror'),
        'where copies go, since a share of them is given',
        'nothing',
      ),
      ...listAt(http, 'mirrors').flatMap((mirror, j) => {
        const value = numberAt(mirror, 'percentage', 'value');
        return unless(
          value === undefined || (value >= 0 && value <= 100),
          pointer(...path, 'mirrors', j, 'percentage', 'value'),
          '0 to 100',
          show(value),
        );
      }),
    ];
  });

export const virtualServiceRules: readonly ManifestRule[] = [
  hosts,
  destinations,
  mirrors,
];
