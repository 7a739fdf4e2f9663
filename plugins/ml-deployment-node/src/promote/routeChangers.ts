import { at, isObject, listAt, numberAt, textAt } from '../validate/read';
import { Json } from '../validate/types';
import { nextShare, refuse } from './steps';
import { Changer, Edit } from './types';

const isRoute = (document: Json) => document.kind === 'HTTPRoute';
const isVirtual = (document: Json) => document.kind === 'VirtualService';

function mirrorFilterOf(document: Json): [number, number] | undefined {
  for (const [i, rule] of listAt(document, 'spec', 'rules').entries()) {
    const j = listAt(rule, 'filters').findIndex(
      filter => textAt(filter, 'type') === 'RequestMirror',
    );
    if (j >= 0) return [i, j];
  }
  return undefined;
}

const endOfShadow = (edits: Edit[]) => ({
  edits,
  removesCandidate: true,
  notices: [
    'Apply the route before the objects of the candidate are removed, so that no copy goes nowhere.',
  ],
});

/** A mirror in an HTTPRoute. */
export const routeMirrorChanger: Changer = {
  carries: document => isRoute(document) && Boolean(mirrorFilterOf(document)),
  change(document, action, steps) {
    const [i, j] = mirrorFilterOf(document)!;
    const filters = ['spec', 'rules', i, 'filters'];
    if (action === 'promote') refuse(action, 'a shadow', 'end-shadow');
    if (action === 'next-step') {
      const path = [...filters, j, 'requestMirror', 'percent'];
      const next = nextShare(numberAt(document, ...path) ?? 100, steps);
      // Absent means all.
      return {
        edits:
          next < 100
            ? [{ op: 'set', path, value: next }]
            : [{ op: 'delete', path }],
      };
    }
    const isOnly = listAt(document, ...filters).length === 1;
    return endOfShadow([
      { op: 'delete', path: isOnly ? filters : [...filters, j] },
    ]);
  },
};

const mirrorIndex = (document: Json) =>
  listAt(document, 'spec', 'http').findIndex(
    http => isObject(http) && isObject(http.mirror),
  );

/** A mirror in a VirtualService. */
export const virtualMirrorChanger: Changer = {
  carries: document => isVirtual(document) && mirrorIndex(document) >= 0,
  change(document, action, steps) {
    const http = ['spec', 'http', mirrorIndex(document)];
    const share = [...http, 'mirrorPercentage', 'value'];
    if (action === 'promote') refuse(action, 'a shadow', 'end-shadow');
    if (action === 'next-step') {
      const now = numberAt(document, ...share) ?? 100;
      return {
        edits: [{ op: 'set', path: share, value: nextShare(now, steps) }],
      };
    }
    return endOfShadow([
      { op: 'delete', path: [...http, 'mirror'] },
      ...(at(document, ...http, 'mirrorPercentage')
        ? [{ op: 'delete' as const, path: [...http, 'mirrorPercentage'] }]
        : []),
    ]);
  },
};

const weightedRule = (document: Json) =>
  listAt(document, 'spec', 'rules').findIndex(
    rule => listAt(rule, 'backendRefs').length === 2,
  );

/** Weights of two backends, the candidate second. */
export const weightsChanger: Changer = {
  carries: document => isRoute(document) && weightedRule(document) >= 0,
  change(document, action, steps) {
    const backends = ['spec', 'rules', weightedRule(document), 'backendRefs'];
    const weight = (i: number) =>
      numberAt(document, ...backends, i, 'weight') ?? 1;
    const sum = weight(0) + weight(1);
    const now = sum > 0 ? (weight(1) / sum) * 100 : 0;
    if (action === 'end-shadow') refuse(action, 'a canary', 'roll-back');
    let share = action === 'promote' ? 100 : 0;
    if (action === 'next-step') share = nextShare(now, steps);
    return {
      edits: [100 - share, share].map((value, i) => ({
        op: 'set' as const,
        path: [...backends, i, 'weight'],
        value,
      })),
      ...(share === 100
        ? {
            notices: [
              'The version of before keeps its pods for a way back; take it away when the time to look has passed.',
            ],
          }
        : {}),
    };
  },
};

/** A group of an A/B test: a rule with a match, before the rule for the rest. */
function groupChanger(
  isKind: (document: Json) => boolean,
  rules: string,
  backends: string,
  match: string,
): Changer {
  const path = ['spec', rules];
  return {
    carries: document => {
      const [first, second] = listAt(document, ...path);
      return (
        isKind(document) &&
        listAt(first, match).some(
          entry => isObject(entry) && entry.headers !== undefined,
        ) &&
        isObject(second)
      );
    },
    change(document, action) {
      if (action === 'next-step' || action === 'end-shadow') {
        refuse(action, 'an A/B test', 'promote or roll-back');
      }
      const candidate = at(document, ...path, 0, backends);
      return {
        edits: [
          ...(action === 'promote'
            ? [
                {
                  op: 'set' as const,
                  path: [...path, 1, backends],
                  value: candidate,
                },
              ]
            : []),
          { op: 'delete', path: [...path, 0] },
        ],
      };
    },
  };
}

export const routeGroupChanger = groupChanger(
  isRoute,
  'rules',
  'backendRefs',
  'matches',
);

export const virtualGroupChanger = groupChanger(
  isVirtual,
  'http',
  'route',
  'match',
);
