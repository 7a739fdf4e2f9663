import { VARIANT_LABEL } from '../manifests/labels';
import { isObject, listAt, numberAt, objectAt } from '../validate/read';
import { Json } from '../validate/types';
import { nextShare, refuse } from './steps';
import { Changer, Edit } from './types';

const isService = (document: Json) => document.kind === 'InferenceService';

/* What a canary may not have, and its successor as the stable predictor needs. */
const SCALING = [
  'minReplicas',
  'maxReplicas',
  'scaleTarget',
  'scaleMetric',
  'scaleMetricType',
  'autoScaling',
];

function promoted(stable: Json, canary: Json): Json {
  const { minReplicas, labels, name, ...rest } = canary;
  const scaling = SCALING.filter(key => stable[key] !== undefined).map(
    key => [key, stable[key]] as const,
  );
  return {
    name,
    ...Object.fromEntries(scaling),
    ...(isObject(labels)
      ? {
          labels: {
            ...labels,
            ...(labels[VARIANT_LABEL] ? { [VARIANT_LABEL]: 'stable' } : {}),
          },
        }
      : {}),
    ...rest,
  };
}

/** A canary of Standard mode: an entry beside the predictor. */
export const standardChanger: Changer = {
  carries: document =>
    isService(document) && listAt(document, 'spec', 'canary').length > 0,
  change(document, action, steps) {
    const entry = ['spec', 'canary', 0];
    const now = numberAt(document, ...entry, 'trafficPercent') ?? 0;
    const share = (value: number): Edit[] => [
      { op: 'set', path: [...entry, 'trafficPercent'], value },
    ];
    const promote = (): Edit[] => [
      {
        op: 'set',
        path: ['spec', 'predictor'],
        value: promoted(
          objectAt(document, 'spec', 'predictor'),
          objectAt(document, ...entry, 'predictor'),
        ),
      },
      { op: 'delete', path: ['spec', 'canary'] },
    ];
    switch (action) {
      case 'next-step': {
        const next = nextShare(now, steps);
        return { edits: next < 100 ? share(next) : promote() };
      }
      case 'promote':
        return { edits: promote() };
      case 'roll-back':
        return {
          edits: share(0),
          notices: [
            'The candidate keeps its pods for a look; take the entry of spec.canary away when you are done.',
          ],
        };
      default:
        return refuse(action, 'a canary', 'roll-back');
    }
  },
};

/** A canary or blue-green switch of Knative mode: a field of the predictor. */
export const knativeChanger: Changer = {
  carries: document =>
    isService(document) &&
    numberAt(document, 'spec', 'predictor', 'canaryTrafficPercent') !==
      undefined,
  change(document, action, steps) {
    const path = ['spec', 'predictor', 'canaryTrafficPercent'];
    const now = numberAt(document, ...path) ?? 0;
    switch (action) {
      case 'next-step': {
        const next = nextShare(now, steps);
        return {
          edits:
            next < 100
              ? [{ op: 'set', path, value: next }]
              : [{ op: 'delete', path }],
        };
      }
      case 'promote':
        return { edits: [{ op: 'delete', path }] };
      case 'roll-back':
        return {
          edits: [{ op: 'set', path, value: 0 }],
          notices: [
            'The revision of before gets all traffic. Keep the field at 0, or set the model back, before you change anything else.',
          ],
        };
      default:
        return refuse(action, 'a canary', 'roll-back');
    }
  },
};
