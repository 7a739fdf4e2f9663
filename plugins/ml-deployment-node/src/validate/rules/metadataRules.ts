import { dnsLabel, labelValue, qualifiedKey } from '../../request/fields';
import { objectAt, pointer, show, textAt } from '../read';
import { ManifestRule, unless } from './types';

const SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/* Kinds whose name becomes a part of a host or the value of a label. */
const LABEL_KINDS = [
  'Service',
  'Rollout',
  'InferenceService',
  'InferenceGraph',
];

const nameFits: ManifestRule = document => {
  const name = textAt(document, 'metadata', 'name');
  if (name === undefined) {
    return [{ field: '/metadata/name', expected: 'a name', was: 'nothing' }];
  }
  const isLabel = LABEL_KINDS.includes(String(document.kind));
  const most = isLabel ? 63 : 253;
  const shape = isLabel
    ? dnsLabel().safeParse(name).success
    : name.length <= most && SUBDOMAIN.test(name);
  return unless(
    shape,
    '/metadata/name',
    `at most ${most} lower-case letters, digits and hyphens`,
    `${show(name)} (${name.length} characters)`,
  );
};

const namespaceFits: ManifestRule = document => {
  const namespace = textAt(document, 'metadata', 'namespace');
  return unless(
    namespace === undefined || dnsLabel().safeParse(namespace).success,
    '/metadata/namespace',
    'at most 63 lower-case letters, digits and hyphens',
    show(namespace),
  );
};

const labelsFit: ManifestRule = document =>
  Object.entries(objectAt(document, 'metadata', 'labels')).flatMap(
    ([key, value]) => [
      ...unless(
        qualifiedKey().safeParse(key).success,
        pointer('metadata', 'labels', key),
        'a key such as `example.com/team`',
        show(key),
      ),
      ...unless(
        labelValue().safeParse(value).success,
        pointer('metadata', 'labels', key),
        'at most 63 letters, digits, hyphens, dots and underscores',
        show(value),
      ),
    ],
  );

/** What holds for every object. */
export const metadataRules: readonly ManifestRule[] = [
  nameFits,
  namespaceFits,
  labelsFit,
];
