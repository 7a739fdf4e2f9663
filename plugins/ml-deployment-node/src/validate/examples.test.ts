import {
  CRD_FOLDER,
  MANIFEST_FOLDER,
  hasCrds,
  hasManifests,
  readCrds,
  readYaml,
} from '../__testUtils__/crds';
import { KNOWN_FIELDS } from './knownFields';
import { at, isObject, listAt, objectAt, textAt } from './read';
import { validateManifests } from './validateManifests';

const describeWithExamples = hasCrds && hasManifests ? describe : describe.skip;

/* Kinds that are no target here: they are only known to be of no known kind. */
const OTHER = [
  'flagger.app/v1beta1 Canary',
  'machinelearning.seldon.io/v1 SeldonDeployment',
  'mlops.seldon.io/v1alpha1 Experiment',
];

describeWithExamples(
  `example manifests in ${MANIFEST_FOLDER}, against the schemas in ${CRD_FOLDER} (AIRWORTHY_CRDS)`,
  () => {
    const schemas = hasCrds ? readCrds() : [];

    it.each(hasManifests ? Object.entries(readYaml(MANIFEST_FOLDER)) : [])(
      '%s is accepted',
      (_, documents) => {
        const { problems, unchecked } = validateManifests(documents, {
          schemas,
        });
        expect(problems.map(({ message }) => message)).toEqual([]);
        for (const kind of unchecked) {
          expect([
            ...OTHER,
            'serving.kserve.io/v1alpha1 InferenceGraph',
          ]).toContain(kind);
        }
      },
    );

    it.each(Object.entries(KNOWN_FIELDS))(
      'of %s has no field that is refused without it',
      (kind, known) => {
        const [apiVersion, name] = kind.split(' ');
        const crd = schemas.find(
          each => textAt(each, 'spec', 'names', 'kind') === name,
        );
        const version = listAt(crd, 'spec', 'versions').find(
          each => textAt(each, 'name') === apiVersion.split('/')[1],
        );
        const schema = at(version, 'schema', 'openAPIV3Schema');
        const missing = Object.entries(schema ? known : {}).flatMap(
          ([path, fields]) => {
            const place = path
              .split('.')
              .reduce<unknown>(
                (current, part) =>
                  part === '*'
                    ? at(current, 'items')
                    : at(current, 'properties', part),
                schema,
              );
            const names = isObject(place)
              ? Object.keys(objectAt(place, 'properties'))
              : [`${path} itself`];
            return names.filter(each => !fields.split(' ').includes(each));
          },
        );
        expect(missing).toEqual([]);
      },
    );

    it('refuse fields that they do not name', () => {
      const { problems } = validateManifests(
        [
          {
            apiVersion: 'argoproj.io/v1alpha1',
            kind: 'Rollout',
            metadata: { name: 'r' },
            spec: {
              selector: { matchLabels: { app: 'm' } },
              template: {
                metadata: { labels: { app: 'm' } },
                spec: { containers: [{ name: 'c', image: 'x:2', imge: 'y' }] },
              },
              strategy: { canary: { maxSurg: 1 } },
            },
          },
        ],
        { schemas },
      );
      expect(problems.map(({ message }) => message).sort()).toEqual([
        'Rollout r: /spec/strategy/canary/maxSurg: expected no such field, was 1',
        'Rollout r: /spec/template/spec/containers/0/imge: expected no such field, was "y"',
      ]);
    });
  },
);
