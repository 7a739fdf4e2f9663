import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  ManifestText,
  PromotionAction,
  parseManifests,
  promotionDiff,
  validateManifests,
} from '@airworthy/plugin-ml-deployment-node';
import {
  ANNOTATION_MANIFESTS,
  ReadableMlDeployment,
  isMlDeployment,
  readMlDeployment,
} from '@airworthy/plugin-ml-models-common';
import { parse } from 'yaml';
import { readEntities } from './__testUtils__/readEntities';

const EXAMPLES = resolve(__dirname, '../../../examples');
const FOLDERS = ['models', 'flight-delay/catalog'];

const readFolder = (folder: string): ManifestText[] =>
  readdirSync(folder).map(path => ({
    path,
    content: readFileSync(join(folder, path), 'utf8'),
  }));

/** Deployments that name manifests, with these. */
function readExamples() {
  return FOLDERS.flatMap(folder =>
    readdirSync(join(EXAMPLES, folder), { withFileTypes: true })
      .filter(entry => entry.isFile())
      .flatMap(({ name }) => readEntities(join(EXAMPLES, folder, name)))
      .filter(isMlDeployment)
      .flatMap(entity => {
        const path = entity.metadata.annotations?.[ANNOTATION_MANIFESTS];
        const deployment = readMlDeployment(entity);
        return path
          ? [{ deployment, files: readFolder(join(EXAMPLES, folder, path)) }]
          : [];
      }),
  );
}

const examples = new Map(
  readExamples().map(example => [example.deployment.metadata.name, example]),
);
const exampleOf = (name: string) => examples.get(name)!;

const stepsOf = ({ spec }: ReadableMlDeployment) =>
  spec.strategy!.plan!.phases!.flatMap(({ traffic }) => traffic ?? []);

function promote(name: string, action: PromotionAction) {
  const { files, deployment } = exampleOf(name);
  const steps = stepsOf(deployment);
  const change = promotionDiff({
    files,
    action,
    ...(steps.length && { steps }),
  });
  const changed = new Map(change.files.map(file => [file.path, file]));
  const after = files
    .filter(({ path }) => !change.removed.includes(path))
    .map(file => changed.get(file.path) ?? file);
  return { ...change, after };
}

/** Lines that a diff takes away and adds, without the names of the files. */
const linesOf = (diff: string) =>
  diff
    .split('\n')
    .filter(line => /^(-(?!-- )|\+(?!\+\+ ))/.test(line))
    .map(line => line.replace(/\s+/g, ' '));

const documentOf = (files: ManifestText[], kind: string) =>
  parseManifests(files).find(one => (one as any).kind === kind) as any;

describe('manifests of the examples', () => {
  it('are there for the rollouts that are under way', () => {
    expect([...examples.keys()].sort()).toEqual([
      'flight-delay-production',
      'rebooking-ranker-production',
      'turnaround-time-production',
      'turnaround-time-staging',
    ]);
  });

  it.each([...examples])('of %s are valid', (_, { files }) => {
    expect(validateManifests(parseManifests(files))).toEqual({
      valid: true,
      problems: [],
      unchecked: [],
    });
  });

  it('stand where the entities say that the rollouts stand', () => {
    const traffic = (name: string) =>
      exampleOf(name).deployment.spec.variants!.map(
        variant => [variant.version, variant.traffic] as const,
      );

    const ranker = exampleOf('rebooking-ranker-production');
    const rollout = documentOf(ranker.files, 'Rollout');
    expect([
      [rollout.metadata.annotations['airworthy.dev/stable-version'], 90],
      [
        rollout.spec.template.metadata.labels.version,
        // The engine takes the steps; the first pause is where it waits.
        rollout.spec.strategy.canary.steps[0].setWeight,
      ],
    ]).toEqual(traffic('rebooking-ranker-production'));

    const turnaround = exampleOf('turnaround-time-production');
    const service = documentOf(turnaround.files, 'InferenceService');
    expect([
      [service.metadata.annotations['airworthy.dev/stable-version'], 75],
      [
        service.spec.predictor.labels.version,
        service.spec.predictor.canaryTrafficPercent,
      ],
    ]).toEqual(traffic('turnaround-time-production'));

    const delay = exampleOf('flight-delay-production');
    const versionOf = (backend: string) =>
      (parseManifests(delay.files) as any[]).find(
        ({ kind, metadata }) =>
          kind === 'Deployment' && metadata.name === backend,
      ).spec.template.metadata.labels.version;
    expect(
      documentOf(delay.files, 'HTTPRoute').spec.rules[0].backendRefs.map(
        ({ name, weight }: any) => [versionOf(name), weight],
      ),
    ).toEqual(traffic('flight-delay-production'));

    const staging = exampleOf('turnaround-time-staging');
    expect(
      (parseManifests(staging.files) as any[])
        .filter(({ kind }) => kind === 'InferenceService')
        .map(({ spec }) => spec.predictor.labels.version)
        .sort(),
    ).toEqual(traffic('turnaround-time-staging').map(([version]) => version));
  });

  it.each<[string, PromotionAction, string[]]>([
    [
      'turnaround-time-production',
      'next-step',
      ['- canaryTrafficPercent: 25', '+ canaryTrafficPercent: 50'],
    ],
    ['turnaround-time-production', 'promote', ['- canaryTrafficPercent: 25']],
    [
      'turnaround-time-production',
      'roll-back',
      ['- canaryTrafficPercent: 25', '+ canaryTrafficPercent: 0'],
    ],
    [
      'flight-delay-production',
      'next-step',
      ['- weight: 90', '+ weight: 50', '- weight: 10', '+ weight: 50'],
    ],
    [
      'flight-delay-production',
      'promote',
      ['- weight: 90', '+ weight: 0', '- weight: 10', '+ weight: 100'],
    ],
    [
      'flight-delay-production',
      'roll-back',
      ['- weight: 90', '+ weight: 100', '- weight: 10', '+ weight: 0'],
    ],
  ])('of %s change for %s by their weights alone', (name, action, lines) => {
    const { diff, after, removed } = promote(name, action);
    expect(linesOf(diff)).toEqual(lines);
    expect(removed).toEqual([]);
    expect(validateManifests(parseManifests(after)).problems).toEqual([]);
  });

  it('of rebooking-ranker-production leave the steps to the engine, and go back to the image of before', () => {
    const on = 'rebooking-ranker -n disruption-forecasting';
    expect(promote('rebooking-ranker-production', 'next-step')).toMatchObject({
      diff: '',
      commands: [`kubectl argo rollouts promote ${on}`],
    });
    expect(promote('rebooking-ranker-production', 'promote')).toMatchObject({
      diff: '',
      commands: [`kubectl argo rollouts promote ${on} --full`],
    });
    const back = promote('rebooking-ranker-production', 'roll-back');
    expect(back.commands).toEqual([`kubectl argo rollouts abort ${on}`]);
    const { metadata, spec } = documentOf(back.after, 'Rollout');
    expect(spec.template.spec.containers[0].image).toBe(
      metadata.annotations['airworthy.dev/stable-image'],
    );
    expect(spec.template.metadata.labels.version).toBe('2.0.3');
    expect(validateManifests(parseManifests(back.after)).problems).toEqual([]);
  });

  it('of turnaround-time-staging lose the mirror and the shadow at its end', () => {
    const { after, removed } = promote('turnaround-time-staging', 'end-shadow');
    expect(removed).toEqual(['candidate.yaml']);
    const route = after.find(({ path }) => path === 'httproute.yaml')!;
    expect(parse(route.content).spec.rules).toEqual([
      { backendRefs: [{ name: 'turnaround-time-predictor', port: 80 }] },
    ]);
    expect(validateManifests(parseManifests(after)).problems).toEqual([]);
  });
});
