import { Entity } from '@backstage/catalog-model';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import { stringify } from 'yaml';
import {
  baseModel,
  deployment,
  model,
  organisation,
} from './__testUtils__/entities';
import { startCatalog } from './__testUtils__/startCatalog';

jest.setTimeout(60_000);

const relations = (entity: Entity) =>
  (entity.relations ?? []).map(r => `${r.type} ${r.targetRef}`).sort();

const processingErrors = (entity: Entity | undefined) =>
  ((entity as AlphaEntity | undefined)?.status?.items ?? [])
    .filter(item => item.type === 'backstage.io/catalog-processing')
    .map(item => item.message);

const hasRelations = (count: number) => (entity: Entity | undefined) =>
  (entity?.relations ?? []).length === count;

describe('the kinds in the catalog', () => {
  let portal: Awaited<ReturnType<typeof startCatalog>>;
  let locationId: string;
  beforeAll(async () => {
    portal = await startCatalog();
    portal.write(organisation, { '/base.yaml': stringify(baseModel) });
    await portal.catalog.addLocation(portal.locationOf('base.yaml'));
    locationId = (
      await portal.catalog.addLocation(portal.locationOf('catalog-info.yaml'))
    ).location.id;
  });
  afterAll(() => portal.close());

  it('relates models and deployments to all around them, on both sides', async () => {
    expect(
      relations(await portal.until('mlmodel:churn', hasRelations(7))),
    ).toEqual([
      'dependencyOf component:default/shop',
      'dependsOn resource:default/customers',
      'deployedBy mldeployment:default/churn-production',
      'derivedFrom mlmodel:default/churn-base',
      'ownedBy group:default/retention',
      'partOf system:default/crm',
      'trainedBy component:default/churn-training',
    ]);
    expect(
      relations(
        await portal.until('mldeployment:churn-production', hasRelations(5)),
      ),
    ).toEqual([
      'dependencyOf component:default/shop',
      'dependsOn component:default/feature-store',
      'deploys mlmodel:default/churn',
      'ownedBy group:default/retention',
      'partOf system:default/crm',
    ]);

    const other = async (ref: string) =>
      relations((await portal.catalog.getEntityByRef(ref))!);
    expect(await other('mlmodel:churn-base')).toContain(
      'baseOf mlmodel:default/churn',
    );
    expect(await other('component:churn-training')).toContain(
      'trains mlmodel:default/churn',
    );
    expect(await other('resource:customers')).toContain(
      'dependencyOf mlmodel:default/churn',
    );
    expect(await other('component:feature-store')).toContain(
      'dependencyOf mldeployment:default/churn-production',
    );
    expect(await other('component:shop')).toEqual(
      expect.arrayContaining([
        'dependsOn mldeployment:default/churn-production',
        'dependsOn mlmodel:default/churn',
      ]),
    );
    expect(await other('system:crm')).toEqual(
      expect.arrayContaining([
        'hasPart mldeployment:default/churn-production',
        'hasPart mlmodel:default/churn',
      ]),
    );
    expect(await other('group:retention')).toEqual(
      expect.arrayContaining([
        'ownerOf mldeployment:default/churn-production',
        'ownerOf mlmodel:default/churn',
      ]),
    );
  });

  it('notes when the newest version was made', async () => {
    const entity = await portal.catalog.getEntityByRef('mlmodel:churn');
    expect(entity?.metadata.annotations).toMatchObject({
      'airworthy.dev/newest-version-at': '2026-02-01T00:00:00Z',
    });
  });

  it('keeps the last good state of an entity that breaks, shows its error, and leaves the others alone', async () => {
    const broken = {
      ...deployment,
      spec: {
        ...deployment.spec,
        variants: [
          { name: 'stable', role: 'stable', version: '1', traffic: 90 },
        ],
      },
    };
    const changed = {
      ...model,
      metadata: { ...model.metadata, description: 'Who will leave soon.' },
    };
    const neverGood = {
      ...model,
      metadata: { name: 'never-good' },
      spec: { ...model.spec, owner: 'a b' },
    };
    portal.write([
      neverGood,
      ...organisation.filter(e => e !== model && e !== deployment),
      broken,
      changed,
    ]);

    const failed = await portal.until(
      'mldeployment:churn-production',
      entity => processingErrors(entity).length > 0,
    );
    expect(processingErrors(failed)).toEqual([
      expect.stringMatching(
        /\/spec\/variants: expected traffic of the stable and candidate variants that sums to 100, was 90 \(stable 90\)$/,
      ),
    ]);
    expect(failed.spec?.variants).toEqual(deployment.spec.variants);

    const other = await portal.until(
      'mlmodel:churn',
      entity => entity?.metadata.description === 'Who will leave soon.',
    );
    expect(processingErrors(other)).toEqual([]);
    expect(
      await portal.catalog.getEntityByRef('mlmodel:never-good'),
    ).toBeUndefined();

    portal.write(organisation);
    await portal.until(
      'mldeployment:churn-production',
      entity => processingErrors(entity).length === 0,
    );
  });

  it('reads a model card from a file of its own', async () => {
    const withCard = {
      ...model,
      spec: {
        ...model.spec,
        modelCard: { limitations: { $text: './CARD.md' } },
      },
    };
    portal.write(
      organisation.map(e => (e === model ? withCard : e)),
      { '/CARD.md': 'Weak for **new** customers.' },
    );
    const entity = await portal.until('mlmodel:churn', e =>
      Boolean(e?.spec?.modelCard),
    );
    expect(entity.spec?.modelCard).toEqual({
      limitations: 'Weak for **new** customers.',
    });
  });

  it.each([
    ['owner', { spec: { ...model.spec, owner: 'a b' } }, '/spec/owner'],
    [
      'description of a megabyte',
      { metadata: { name: 'churn', description: 'x'.repeat(1_000_000) } },
      '/metadata/description',
    ],
  ])('refuses to import a location with a bad %s', async (_, bad, field) => {
    portal.write(organisation, {
      '/bad.yaml': stringify({ ...model, ...bad }),
    });
    await expect(
      portal.catalog.addLocation({
        ...portal.locationOf('bad.yaml'),
        dryRun: true,
      }),
    ).rejects.toMatchObject({
      body: {
        error: {
          message: expect.stringMatching(`InputError: ${field}: expected `),
        },
      },
    });
  });

  it('removes all that a location brought when it is unregistered, with the relations', async () => {
    await portal.catalog.removeLocationById(locationId);
    for (const ref of ['mlmodel:churn', 'mldeployment:churn-production']) {
      const gone = portal.until(ref, entity => entity === undefined);
      await expect(gone).resolves.toBeUndefined();
    }
    const base = await portal.until('mlmodel:churn-base', hasRelations(1));
    expect(relations(base)).toEqual(['ownedBy group:default/research']);
  });
});
