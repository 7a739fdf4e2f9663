import {
  CRD_FOLDER,
  MANIFEST_FOLDER,
  hasCrds,
  hasManifests,
  readCrds,
  readYaml,
} from '../__testUtils__/crds';
import { validateManifests } from './validateManifests';

const describeWithExamples = hasCrds && hasManifests ? describe : describe.skip;

/* Kinds that are no target here: they are only known to be of no known kind. */
const OTHER = [
  'flagger.app/v1beta1 Canary',
  'machinelearning.seldon.io/v1 SeldonDeployment',
  'mlops.seldon.io/v1alpha1 Experiment',
];

describeWithExamples(
  `example manifests in ${MANIFEST_FOLDER}, against the schemas in ${CRD_FOLDER}`,
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
