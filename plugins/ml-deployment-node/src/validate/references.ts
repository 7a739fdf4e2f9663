import { isObject, listAt, objectAt, pointer, textAt } from './read';
import { Finding, Json } from './types';

interface Reference {
  field: string;
  kind: string;
  name: string;
}

function analysisReferences(
  analysis: unknown,
  path: (string | number)[],
): Reference[] {
  return listAt(analysis, 'templates').flatMap((template, i) => {
    const name = textAt(template, 'templateName');
    if (!name || (isObject(template) && template.clusterScope)) return [];
    const field = pointer(...path, 'templates', i, 'templateName');
    return [{ field, kind: 'AnalysisTemplate', name }];
  });
}

function serviceReferences(
  part: Json,
  path: string[],
  keys: string[],
): Reference[] {
  return keys.flatMap(key => {
    const name = textAt(part, key);
    return name
      ? [{ field: pointer(...path, key), kind: 'Service', name }]
      : [];
  });
}

function referencesOf(document: Json): Reference[] {
  if (document.kind !== 'Rollout') return [];
  const base = ['spec', 'strategy'];
  const canary = objectAt(document, ...base, 'canary');
  const blueGreen = objectAt(document, ...base, 'blueGreen');
  const virtualService = textAt(
    canary,
    'trafficRouting',
    'istio',
    'virtualService',
    'name',
  );
  return [
    ...serviceReferences(
      canary,
      [...base, 'canary'],
      ['canaryService', 'stableService'],
    ),
    ...serviceReferences(
      blueGreen,
      [...base, 'blueGreen'],
      ['activeService', 'previewService'],
    ),
    ...(virtualService
      ? [
          {
            field: pointer(
              ...base,
              'canary',
              'trafficRouting',
              'istio',
              'virtualService',
              'name',
            ),
            kind: 'VirtualService',
            name: virtualService,
          },
        ]
      : []),
    ...analysisReferences(canary.analysis, [...base, 'canary', 'analysis']),
    ...listAt(canary, 'steps').flatMap((step, i) =>
      analysisReferences(isObject(step) ? step.analysis : undefined, [
        ...base,
        'canary',
        'steps',
        i,
        'analysis',
      ]),
    ),
    ...['prePromotionAnalysis', 'postPromotionAnalysis'].flatMap(key =>
      analysisReferences(blueGreen[key], [...base, 'blueGreen', key]),
    ),
  ];
}

/** An analysis that a rollout waits for must end. */
function endless(document: Json, documents: readonly Json[]): Finding[] {
  const waited = referencesOf(document).filter(
    ({ field, kind }) =>
      kind === 'AnalysisTemplate' &&
      !field.startsWith('/spec/strategy/canary/analysis'),
  );
  return waited.flatMap(({ field, name }) => {
    const template = documents.find(
      other =>
        other.kind === 'AnalysisTemplate' &&
        textAt(other, 'metadata', 'name') === name,
    );
    return listAt(template, 'spec', 'metrics').flatMap(metric =>
      isObject(metric) && metric.interval && metric.count === undefined
        ? [
            {
              field,
              expected:
                'an analysis whose metrics have a count, or it never ends',
              was: `${name} with ${textAt(metric, 'name')} without one`,
            },
          ]
        : [],
    );
  });
}

/** What a document refers to and is not there; `closed` where all should be. */
export function findInReferences(
  document: Json,
  documents: readonly Json[],
  closed: boolean,
): Finding[] {
  const missing = closed
    ? referencesOf(document).filter(
        ({ kind, name }) =>
          !documents.some(
            other =>
              other.kind === kind && textAt(other, 'metadata', 'name') === name,
          ),
      )
    : [];
  return [
    ...missing.map(({ field, kind, name }) => ({
      field,
      expected: `a ${kind} among the manifests`,
      was: name,
    })),
    ...endless(document, documents),
  ];
}
