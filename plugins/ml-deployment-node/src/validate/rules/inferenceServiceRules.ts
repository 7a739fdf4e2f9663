import { FRAMEWORKS } from '../inferenceServiceSchema';
import { at, listAt, numberAt, objectAt, pointer, show, textAt } from '../read';
import { Finding, Json } from '../types';
import { ManifestRule, unless } from './types';

const CUSTOM = 'kserve-container';
const MODE = 'serving.kserve.io/deploymentMode';
const FORBIDDEN_IN_CANARY = [
  'workerSpec',
  'maxReplicas',
  'scaleTarget',
  'scaleMetric',
  'autoScaling',
];

const modeOf = (document: Json) =>
  textAt(document, 'metadata', 'annotations', MODE);
const isStandard = (document: Json) =>
  ['Standard', 'RawDeployment'].includes(modeOf(document) ?? '');

const nameStartsWithLetter: ManifestRule = document => {
  const name = textAt(document, 'metadata', 'name') ?? '';
  return unless(
    /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name),
    '/metadata/name',
    'lower-case letters, digits and hyphens with a letter first',
    show(name),
  );
};

function oneImplementation(predictor: Json, path: string): Finding[] {
  const named = ['model', ...FRAMEWORKS].filter(key => predictor[key]);
  const containers = listAt(predictor, 'containers');
  const custom =
    containers.some(container => textAt(container, 'name') === CUSTOM) ||
    (!named.length && containers.length > 0);
  const found = [...named, ...(custom ? ['containers'] : [])];
  return unless(
    found.length === 1,
    path,
    'exactly one implementation, such as model or a container',
    found.length ? found.join(', ') : 'none',
  );
}

const implementation: ManifestRule = document => [
  ...oneImplementation(
    objectAt(document, 'spec', 'predictor'),
    '/spec/predictor',
  ),
  ...listAt(document, 'spec', 'canary').flatMap((entry, i) =>
    oneImplementation(
      objectAt(entry, 'predictor'),
      pointer('spec', 'canary', i, 'predictor'),
    ),
  ),
];

const canaryTrafficPercent: ManifestRule = document => {
  const field = '/spec/predictor/canaryTrafficPercent';
  const percent = at(document, 'spec', 'predictor', 'canaryTrafficPercent');
  if (typeof percent !== 'number') return [];
  return [
    ...unless(percent >= 0 && percent <= 100, field, '0 to 100', show(percent)),
    ...unless(
      !isStandard(document),
      field,
      'no such field in Standard mode, where it has no effect: use spec.canary',
      show(percent),
    ),
  ];
};

const replicas: ManifestRule = document => {
  const least = numberAt(document, 'spec', 'predictor', 'minReplicas');
  const most = numberAt(document, 'spec', 'predictor', 'maxReplicas');
  return [
    ...unless(
      least === undefined || least >= 0,
      '/spec/predictor/minReplicas',
      'at least 0',
      show(least),
    ),
    // 0 stands for no limit.
    ...unless(
      !most || most >= (least ?? 1),
      '/spec/predictor/maxReplicas',
      `at least the minReplicas of ${least ?? 1}`,
      show(most),
    ),
  ];
};

const canaryNeedsStandard: ManifestRule = document =>
  listAt(document, 'spec', 'canary').length
    ? unless(
        isStandard(document),
        pointer('metadata', 'annotations', MODE),
        'Standard, which spec.canary needs',
        show(modeOf(document)),
      )
    : [];

const canarySum: ManifestRule = document => {
  const sum = listAt(document, 'spec', 'canary').reduce<number>(
    (total, entry) => total + (numberAt(entry, 'trafficPercent') ?? 0),
    0,
  );
  return unless(
    sum <= 100,
    '/spec/canary',
    'a sum of trafficPercent of at most 100',
    show(sum),
  );
};

const canaryNames: ManifestRule = document => {
  const taken = new Map<string, string>();
  const stable = textAt(document, 'spec', 'predictor', 'name');
  if (stable) taken.set(stable, 'the stable predictor');
  return listAt(document, 'spec', 'canary').flatMap((entry, i) => {
    const field = pointer('spec', 'canary', i, 'predictor', 'name');
    const name = textAt(entry, 'predictor', 'name');
    if (!name) {
      return [{ field, expected: 'a name of its own', was: 'nothing' }];
    }
    const owner = taken.get(name);
    taken.set(name, `canary ${i}`);
    return unless(
      owner === undefined,
      field,
      `another name than that of ${owner}`,
      show(name),
    );
  });
};

const canaryScaling: ManifestRule = document => {
  const stable = numberAt(document, 'spec', 'predictor', 'minReplicas') ?? 1;
  return listAt(document, 'spec', 'canary').flatMap((entry, i) => {
    const predictor = objectAt(entry, 'predictor');
    const field = (name: string) =>
      pointer('spec', 'canary', i, 'predictor', name);
    const least = numberAt(predictor, 'minReplicas') ?? 1;
    return [
      ...FORBIDDEN_IN_CANARY.filter(name => predictor[name] !== undefined).map(
        name => ({
          field: field(name),
          expected: 'no such field on a canary, which does not scale by itself',
          was: show(predictor[name]),
        }),
      ),
      ...unless(
        least <= stable,
        field('minReplicas'),
        `at most the ${stable} of the stable predictor`,
        show(least),
      ),
    ];
  });
};

const canaryModelName: ManifestRule = document =>
  listAt(document, 'spec', 'canary').flatMap((entry, i) => {
    const model = at(entry, 'predictor', 'model');
    return unless(
      model === undefined || Boolean(textAt(model, 'name')),
      pointer('spec', 'canary', i, 'predictor', 'model', 'name'),
      'a name, which the schema asks for here though not of the stable predictor',
      'nothing',
    );
  });

export const inferenceServiceRules: readonly ManifestRule[] = [
  nameStartsWithLetter,
  implementation,
  canaryTrafficPercent,
  replicas,
  canaryNeedsStandard,
  canarySum,
  canaryNames,
  canaryScaling,
  canaryModelName,
];
