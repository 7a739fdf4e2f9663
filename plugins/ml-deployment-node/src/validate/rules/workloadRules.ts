import { parseQuantity } from '../../request/quantity';
import {
  at,
  isObject,
  listAt,
  numberAt,
  objectAt,
  pointer,
  show,
} from '../read';
import { Finding, Json } from '../types';
import { ManifestRule, unless } from './types';

const isZero = (value: unknown) =>
  value === 0 || (typeof value === 'string' && /^0+%?$/.test(value));

const selectorMatches: ManifestRule = document => {
  const labels = objectAt(document, 'spec', 'template', 'metadata', 'labels');
  return Object.entries(
    objectAt(document, 'spec', 'selector', 'matchLabels'),
  ).flatMap(([key, value]) =>
    unless(
      labels[key] === value,
      '/spec/template/metadata/labels',
      `${key}: ${value}, as the selector asks`,
      show(labels[key]),
    ),
  );
};

const deploymentStrategy: ManifestRule = document => {
  const strategy = objectAt(document, 'spec', 'strategy');
  const rolling = objectAt(strategy, 'rollingUpdate');
  return [
    ...unless(
      strategy.type !== 'Recreate' || strategy.rollingUpdate === undefined,
      '/spec/strategy/rollingUpdate',
      'no such field with Recreate',
      show(strategy.rollingUpdate),
    ),
    ...unless(
      !(isZero(rolling.maxSurge) && isZero(rolling.maxUnavailable)),
      '/spec/strategy/rollingUpdate/maxSurge',
      'above 0 where maxUnavailable is 0, or nothing could ever be replaced',
      show(rolling.maxSurge),
    ),
  ];
};

function quantities(container: unknown, path: string): Finding[] {
  const limits = objectAt(container, 'resources', 'limits');
  return Object.entries(objectAt(container, 'resources', 'requests')).flatMap(
    ([key, value]) => {
      const request = parseQuantity(String(value));
      const limit = parseQuantity(String(limits[key] ?? ''));
      return unless(
        request === undefined || limit === undefined || request <= limit,
        `${path}${pointer('resources', 'requests', key)}`,
        `at most the limit of ${limits[key]}`,
        show(value),
      );
    },
  );
}

/** Requests of containers may not be above their limits. */
export const podResources: ManifestRule = document => {
  const pod = ['spec', 'template', 'spec'];
  return ['containers', 'initContainers'].flatMap(key =>
    listAt(document, ...pod, key).flatMap((container, i) =>
      quantities(container, pointer(...pod, key, i)),
    ),
  );
};

export const deploymentRules: readonly ManifestRule[] = [
  selectorMatches,
  deploymentStrategy,
  podResources,
];

const bounds: ManifestRule = document => {
  const least = numberAt(document, 'spec', 'minReplicas') ?? 1;
  const most = numberAt(document, 'spec', 'maxReplicas');
  return unless(
    most === undefined || most >= least,
    '/spec/maxReplicas',
    `at least the minReplicas of ${least}`,
    show(most),
  );
};

export const autoscalerRules: readonly ManifestRule[] = [bounds];

const oneBudget: ManifestRule = document => {
  const spec = objectAt(document, 'spec');
  const found = ['minAvailable', 'maxUnavailable'].filter(
    key => spec[key] !== undefined,
  );
  return unless(
    found.length === 1,
    '/spec',
    'exactly one of minAvailable, maxUnavailable',
    found.join(' and ') || 'neither',
  );
};

export const disruptionBudgetRules: readonly ManifestRule[] = [oneBudget];

const portNames: ManifestRule = document => {
  const ports = listAt(document, 'spec', 'ports').filter(isObject);
  return [
    ...unless(
      ports.length > 0 || at(document, 'spec', 'type') === 'ExternalName',
      '/spec/ports',
      'at least one port',
      'none',
    ),
    ...(ports.length > 1
      ? ports.flatMap((port: Json, i) =>
          unless(
            Boolean(port.name),
            pointer('spec', 'ports', i, 'name'),
            'a name, which each of several ports needs',
            'nothing',
          ),
        )
      : []),
  ];
};

export const serviceRules: readonly ManifestRule[] = [portNames];
