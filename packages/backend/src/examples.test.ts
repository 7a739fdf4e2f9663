import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import { readEntities } from './__testUtils__/readEntities';
import { startExampleCatalog } from './__testUtils__/startExampleCatalog';

jest.setTimeout(120_000);

const SETTLED_MS = 15_000;

const OTHER_SIDE: Record<string, string> = Object.fromEntries(
  [
    ['ownedBy', 'ownerOf'],
    ['partOf', 'hasPart'],
    ['dependsOn', 'dependencyOf'],
    ['deploys', 'deployedBy'],
    ['trainedBy', 'trains'],
    ['derivedFrom', 'baseOf'],
    ['memberOf', 'hasMember'],
    ['childOf', 'parentOf'],
    ['providesApi', 'apiProvidedBy'],
    ['consumesApi', 'apiConsumedBy'],
  ].flatMap(([forward, reverse]) => [
    [forward, reverse],
    [reverse, forward],
  ]),
);

/** Which relation a field of our kinds makes. */
const RELATION_OF_FIELD = {
  owner: 'ownedBy',
  system: 'partOf',
  dependsOn: 'dependsOn',
  model: 'deploys',
  trainedBy: 'trainedBy',
  baseModel: 'derivedFrom',
} as const;

const isOurs = ({ kind }: Entity) =>
  kind === 'MlModel' || kind === 'MlDeployment';

function listBrokenRelations(entities: Entity[]): string[] {
  const byRef = new Map(entities.map(e => [stringifyEntityRef(e), e]));
  return entities.flatMap(entity => {
    const ref = stringifyEntityRef(entity);
    return (entity.relations ?? []).flatMap(({ type, targetRef }) => {
      const target = byRef.get(targetRef);
      const line = `${ref} ${type} ${targetRef}`;
      if (!target) return [`${line}, which does not exist`];
      const isAnswered = target.relations?.some(
        r => r.type === OTHER_SIDE[type] && r.targetRef === ref,
      );
      return isAnswered ? [] : [`${line}, which has no ${OTHER_SIDE[type]}`];
    });
  });
}

function listFieldsWithoutRelation(entities: Entity[]): string[] {
  return entities.filter(isOurs).flatMap(entity =>
    Object.entries(RELATION_OF_FIELD).flatMap(([field, type]) => {
      const refs = [entity.spec?.[field] ?? []].flat().length;
      const relations = entity.relations?.filter(r => r.type === type).length;
      return relations === refs
        ? []
        : [
            `${stringifyEntityRef(
              entity,
            )} has ${refs} in spec.${field} and ${relations} ${type}`,
          ];
    }),
  );
}

function listStatusErrors(entities: Entity[]): string[] {
  return entities.flatMap(entity =>
    ((entity as AlphaEntity).status?.items ?? [])
      .filter(item => item.level === 'error')
      .map(item => `${stringifyEntityRef(entity)}: ${item.message}`),
  );
}

describe('the example organisation', () => {
  let entities: Entity[] = [];
  let problems: string[] = [];

  beforeAll(async () => {
    const { catalog, files, failures } = await startExampleCatalog();
    const onDisk = files.flatMap(readEntities).map(e => stringifyEntityRef(e));

    // Done when nothing is wrong, or when what is wrong has not changed for long.
    let lastChange = Date.now();
    let lastState = '';
    do {
      await new Promise(resolve => setTimeout(resolve, 500));
      entities = (await catalog.getEntities()).items;
      const loaded = new Set(entities.map(e => stringifyEntityRef(e)));
      problems = [
        ...failures,
        ...onDisk.filter(ref => !loaded.has(ref)).map(ref => `no ${ref}`),
        ...listStatusErrors(entities),
        ...listBrokenRelations(entities),
        ...listFieldsWithoutRelation(entities),
      ];
      const state = JSON.stringify([entities.length, problems]);
      if (state !== lastState) lastChange = Date.now();
      lastState = state;
    } while (problems.length > 0 && Date.now() - lastChange < SETTLED_MS);
  });

  const count = (kind: string) => entities.filter(e => e.kind === kind).length;

  it('is processed without an error, and every relation stands on both sides', () => {
    expect(problems).toEqual([]);
  });

  it('is as large as an organisation', () => {
    expect(count('Domain')).toBeGreaterThanOrEqual(3);
    expect(count('System')).toBeGreaterThanOrEqual(6);
    expect(count('Group')).toBeGreaterThanOrEqual(8);
    expect(count('User')).toBeGreaterThanOrEqual(20);
    expect(count('MlModel')).toBeGreaterThanOrEqual(14);
    expect(count('MlDeployment')).toBeGreaterThanOrEqual(18);
  });

  it('shows every strategy, and production beside staging', () => {
    const deployments = entities.filter(e => e.kind === 'MlDeployment');
    const strategies = deployments.map(
      e => (e.spec?.strategy as { type?: string } | undefined)?.type,
    );
    expect(new Set(strategies)).toEqual(
      new Set([
        undefined,
        'shadow',
        'blue-green',
        'canary',
        'ab-test',
        'rolling',
        'recreate',
      ]),
    );
    const environments = deployments.map(e => e.spec?.environment);
    expect(environments).toEqual(
      expect.arrayContaining(['production', 'staging']),
    );
  });

  it('has at least eight public models with the address of their card', () => {
    const cards = entities
      .filter(e => e.kind === 'MlModel')
      .flatMap(e => e.metadata.links ?? [])
      .filter(link => link.url.startsWith('https://huggingface.co/'));
    expect(cards.length).toBeGreaterThanOrEqual(8);
  });

  it('gives the guest models of their own teams', () => {
    const guest = entities.find(
      e => e.kind === 'User' && e.metadata.name === 'guest',
    );
    const teams = guest?.relations
      ?.filter(r => r.type === 'memberOf')
      .map(r => r.targetRef);
    const mine = entities.filter(
      e =>
        e.kind === 'MlModel' &&
        e.relations?.some(
          r => r.type === 'ownedBy' && teams?.includes(r.targetRef),
        ),
    );
    expect(mine.length).toBeGreaterThanOrEqual(3);
  });
});
