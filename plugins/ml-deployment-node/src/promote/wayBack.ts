import { InputError } from '@backstage/errors';
import { STABLE_ANNOTATIONS } from '../manifests/labels';
import { versionLabel } from '../request/names';
import { listAt, objectAt, textAt } from '../validate/read';
import { Json } from '../validate/types';
import { Edit } from './types';

/** What is known of the version to go back to. */
function stableOf(document: Json) {
  const annotation = (key: string) =>
    textAt(document, 'metadata', 'annotations', key);
  return {
    version: annotation(STABLE_ANNOTATIONS.version),
    image: annotation(STABLE_ANNOTATIONS.image),
    uri: annotation(STABLE_ANNOTATIONS.uri),
  };
}

/* Only labels that are there: a selector of somebody else's may not know them. */
function labelEdits(
  document: Json,
  path: (string | number)[],
  version: string | undefined,
): Edit[] {
  if (!version) return [];
  const labels = objectAt(document, ...path);
  return ['app.kubernetes.io/version', 'version']
    .filter(key => labels[key] !== undefined)
    .map(key => ({
      op: 'set',
      path: [...path, key],
      value: versionLabel(version),
    }));
}

/**
 * The edits that put the version in production back into a template of pods.
 *
 * @throws InputError where its image is not kept with the object.
 */
export function podsBack(document: Json): Edit[] {
  const { version, image, uri } = stableOf(document);
  if (!image) {
    throw new InputError(
      `${document.kind} ${textAt(
        document,
        'metadata',
        'name',
      )}: expected the annotation ${
        STABLE_ANNOTATIONS.image
      }, which a way back needs, was nothing`,
    );
  }
  const container = ['spec', 'template', 'spec', 'containers', 0];
  const env = listAt(document, ...container, 'env').findIndex(
    entry => textAt(entry, 'name') === 'MODEL_URI',
  );
  return [
    ...labelEdits(
      document,
      ['spec', 'template', 'metadata', 'labels'],
      version,
    ),
    { op: 'set', path: [...container, 'image'], value: image },
    ...(env >= 0 && uri
      ? [
          {
            op: 'set' as const,
            path: [...container, 'env', env, 'value'],
            value: uri,
          },
        ]
      : []),
  ];
}

/**
 * The edits that put the version in production back into a predictor.
 *
 * @throws InputError where it is not kept with the object.
 */
export function predictorBack(document: Json): Edit[] {
  const { version, image, uri } = stableOf(document);
  const predictor = ['spec', 'predictor'];
  const isModel = Boolean(
    textAt(document, ...predictor, 'model', 'storageUri'),
  );
  const value = isModel ? uri : image;
  if (!value) {
    const key = isModel ? STABLE_ANNOTATIONS.uri : STABLE_ANNOTATIONS.image;
    throw new InputError(
      `InferenceService ${textAt(
        document,
        'metadata',
        'name',
      )}: expected the annotation ${key}, which a way back needs, was nothing`,
    );
  }
  return [
    ...labelEdits(document, [...predictor, 'labels'], version),
    {
      op: 'set',
      path: isModel
        ? [...predictor, 'model', 'storageUri']
        : [...predictor, 'containers', 0, 'image'],
      value,
    },
  ];
}
