import {
  isObject,
  listAt,
  numberAt,
  objectAt,
  pointer,
  show,
  textAt,
} from '../read';
import { ManifestRule, unless } from './types';

const TYPES = ['Sequence', 'Splitter', 'Ensemble', 'Switch'];
const TARGETS = ['nodeName', 'serviceName', 'serviceUrl'];

const graphName: ManifestRule = document => {
  const name = textAt(document, 'metadata', 'name') ?? '';
  return unless(
    /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name),
    '/metadata/name',
    'lower-case letters, digits and hyphens with a letter first',
    show(name),
  );
};

const root: ManifestRule = document => {
  const nodes = objectAt(document, 'spec', 'nodes');
  return unless(
    Object.hasOwn(nodes, 'root'),
    '/spec/nodes/root',
    'a node with this name, where requests come in',
    Object.keys(nodes).join(', ') || 'nothing',
  );
};

const nodesOf = (document: Parameters<ManifestRule>[0]) =>
  Object.entries(objectAt(document, 'spec', 'nodes')).map(
    ([name, node]) => [name, isObject(node) ? node : {}] as const,
  );

const routerTypes: ManifestRule = document =>
  nodesOf(document).flatMap(([name, node]) =>
    unless(
      TYPES.includes(textAt(node, 'routerType') ?? ''),
      pointer('spec', 'nodes', name, 'routerType'),
      `one of ${TYPES.join(', ')}`,
      show(node.routerType),
    ),
  );

const splitterWeights: ManifestRule = document =>
  nodesOf(document).flatMap(([name, node]) => {
    if (node.routerType !== 'Splitter') return [];
    const weights = listAt(node, 'steps').map(step => numberAt(step, 'weight'));
    const missing = weights.indexOf(undefined);
    if (missing >= 0) {
      return [
        {
          field: pointer('spec', 'nodes', name, 'steps', missing, 'weight'),
          expected: 'a weight, which every step of a Splitter has',
          was: 'nothing',
        },
      ];
    }
    const sum = weights.reduce<number>((total, w) => total + (w ?? 0), 0);
    return unless(
      sum === 100,
      pointer('spec', 'nodes', name, 'steps'),
      'weights that add up to exactly 100',
      show(sum),
    );
  });

const stepTargets: ManifestRule = document =>
  nodesOf(document).flatMap(([name, node]) =>
    listAt(node, 'steps').flatMap((step, i) => {
      const found = TARGETS.filter(key => textAt(step, key));
      return unless(
        found.length === 1,
        pointer('spec', 'nodes', name, 'steps', i),
        `exactly one of ${TARGETS.join(', ')}`,
        found.join(', ') || 'none',
      );
    }),
  );

const stepNames: ManifestRule = document =>
  nodesOf(document).flatMap(([name, node]) => {
    const seen = new Set<string>();
    return listAt(node, 'steps').flatMap((step, i) => {
      const own = textAt(step, 'name');
      if (!own) return [];
      const isNew = !seen.has(own);
      seen.add(own);
      return unless(
        isNew,
        pointer('spec', 'nodes', name, 'steps', i, 'name'),
        'a name that no other step of the node has',
        show(own),
      );
    });
  });

export const inferenceGraphRules: readonly ManifestRule[] = [
  graphName,
  root,
  routerTypes,
  splitterWeights,
  stepTargets,
  stepNames,
];
