import {
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import fc from 'fast-check';
import { listEntityProblems } from '../kinds/validate';
import { anyRegistryModel } from './__testUtils__/arbitraries';
import { registryIdentityOf } from './names';
import { RegistryModel } from './RegistryModel';
import { RegistryMapping, registryMappingSchema } from './rules';
import { registryModelToEntity } from './toMlModel';

const FETCHED_AT = '2026-03-01T12:00:00.000Z';
// What the catalog demands of every entity, whichever provider brings it.
const catalogPolicy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);
const rules = (mapping: object): RegistryMapping =>
  registryMappingSchema.parse(mapping);
const map = (model: RegistryModel, mapping: object = {}) =>
  registryModelToEntity(model, {
    rules: rules(mapping),
    fetchedAt: FETCHED_AT,
    modelRef: id => `mlmodel:default/${id}`,
  });
const churn: RegistryModel = {
  registry: { type: 'mlflow', instance: 'production' },
  id: 'Customer Churn',
  name: 'Customer Churn',
  url: 'https://mlflow.example.com/#/models/Customer%20Churn',
};

describe('a model of a registry as an entity', () => {
  it('is valid, the same each time, and leads back, whatever the registry tells', async () => {
    const anyRules = fc.constantFrom(
      {},
      {
        namespace: '{{ tags.a }}',
        name: '{{ newest.version }}-{{ name }}',
        title: '{{ task }}',
        owner: '{{ owner }}',
        system: '{{ library | slug }}',
        lifecycle: '{{ license }}',
        type: '{{ task }}',
        tags: '{{ name }}',
        dependsOn: 'resource:{{ dataset.name | slug }}',
        trainedBy: '{{ owner | slug }}',
      },
    );
    await fc.assert(
      fc.asyncProperty(anyRegistryModel, anyRules, async (model, mapping) => {
        const { entity } = map(model, mapping);
        expect(listEntityProblems(entity)).toEqual([]);
        await expect(catalogPolicy.enforce(entity)).resolves.toBeDefined();
        expect(registryIdentityOf(entity)).toEqual({
          registry: {
            type: model.registry.type,
            instance: model.registry.instance,
          },
          id: model.id,
        });
        expect(map(structuredClone(model), mapping).entity).toEqual(entity);
      }),
      { numRuns: 300 },
    );
  });

  it('carries what the registry knows, with where it comes from', () => {
    const { entity, notes } = map(
      {
        ...churn,
        description: 'Who leaves',
        tags: { team: 'Data Science', tier: 'gold' },
        task: 'tabular-classification',
        library: 'XGBoost',
        license: 'Apache-2.0',
        baseModel: 'base',
        versions: [
          { version: '1', createdAt: '2026-01-01T00:00:00Z' },
          {
            version: '2',
            aliases: ['Champion'],
            createdAt: '2026-02-01T00:00:00Z',
            source: 's3://models/churn/2',
            url: 'https://mlflow.example.com/#/models/Customer%20Churn/versions/2',
            run: { id: 'abc', commit: 'A1B2C3D4' },
            metrics: [{ name: 'auc', value: 0.91, dataset: 'holdout' }],
            parameters: { depth: '6' },
            signature: {
              inputs: [{ name: 'age', type: 'long', required: true }],
            },
            datasets: [
              { name: 'customers', digest: '5f2a', role: 'training' },
              { name: 'hold_out', role: 'evaluation' },
            ],
          },
        ],
      },
      {
        owner: 'group:default/{{ tags.team | slug }}',
        system: 'crm',
        tags: [{ value: 'tier:{{ tags.tier }}' }],
        dependsOn: [
          {
            if: { 'dataset.role': 'training' },
            value: 'resource:default/{{ dataset.name }}',
          },
        ],
      },
    );
    expect(notes).toEqual([]);
    expect(entity).toEqual({
      apiVersion: 'airworthy.dev/v1alpha1',
      kind: 'MlModel',
      metadata: {
        name: 'customer-churn',
        namespace: 'default',
        title: 'Customer Churn',
        description: 'Who leaves',
        tags: ['tier:gold'],
        links: [{ url: churn.url, title: 'Registry' }],
        annotations: {
          'backstage.io/managed-by-location': `url:${churn.url}`,
          'backstage.io/managed-by-origin-location': `url:${churn.url}`,
          'airworthy.dev/registry': 'mlflow:production',
          'airworthy.dev/registry-id': 'Customer Churn',
          'airworthy.dev/registry-url': churn.url,
          'airworthy.dev/registry-fetched-at': FETCHED_AT,
        },
      },
      spec: {
        type: 'tabular-classification',
        lifecycle: 'production',
        owner: 'group:default/data-science',
        system: 'crm',
        framework: 'xgboost',
        license: 'Apache-2.0',
        baseModel: 'mlmodel:default/base',
        dependsOn: ['resource:default/customers'],
        modelCard: {
          trainingData: '- customers (version 5f2a)',
          evaluationData: '- hold\\_out',
        },
        versions: [
          {
            version: '2',
            aliases: ['champion'],
            createdAt: '2026-02-01T00:00:00Z',
            source: 's3://models/churn/2',
            registry:
              'https://mlflow.example.com/#/models/Customer%20Churn/versions/2',
            run: { id: 'abc', commit: 'a1b2c3d4' },
            metrics: [{ name: 'auc', value: 0.91, dataset: 'holdout' }],
            hyperparameters: { depth: '6' },
            signature: {
              inputs: [{ name: 'age', type: 'long', required: true }],
            },
          },
          { version: '1', createdAt: '2026-01-01T00:00:00Z' },
        ],
      },
    });
  });

  it('lists the 20 newest of 5,000 versions, and an older one that is in use', () => {
    const versions = Array.from({ length: 5_000 }, (_, i) => ({
      version: `${i + 1}`,
      aliases: i === 41 ? ['champion'] : [],
    }));
    const { entity } = map({ ...churn, versions });
    expect(entity.spec.versions?.map(v => v.version)).toEqual([
      ...Array.from({ length: 19 }, (_, i) => `${5_000 - i}`),
      '42',
    ]);
  });

  it('says what it changed or left out', () => {
    const { entity, notes } = map(
      {
        ...churn,
        description: 'x'.repeat(10_000_000),
        tags: { team: 'Data Science', 'Tier 1': '', '!!!': '' },
        versions: [
          {
            version: '1',
            metrics: [
              { name: 'auc', value: NaN },
              { name: 'f1', value: 0.5 },
              { name: 'f1', value: 0.6 },
            ],
          },
          { version: '1' },
        ],
      },
      { owner: 'group:default/{{ tags.team }}' },
    );
    expect(notes).toEqual([
      'owner: "group:default/Data Science" is not legal there',
      'owner: no rule finds one',
      'description: cut at 5000 characters',
      'version 1: figure "auc" has no finite value',
      'version 1: figure "f1" is given more than once',
      'version "1" is left out: its name is empty or repeated',
      'tag "!!!" is left out: it is not legal',
    ]);
    expect(entity.spec.owner).toBe('group:default/unknown');
    expect(entity.metadata.description).toHaveLength(5_000);
    expect(entity.metadata.description).toMatch(/x…$/);
    expect(entity.metadata.tags).toEqual(['tier-1']);
  });

  it('takes nothing that leads a reader elsewhere', () => {
    const { entity } = map({
      ...churn,
      url: 'data:text/html,x',
      versions: [
        {
          version: '1',
          url: 'https://user:secret@example.com',
          datasets: [{ name: '[x](javascript:alert(1))' }],
          parameters: JSON.parse('{"__proto__":"x","a":1}'),
        },
      ],
    });
    expect(JSON.stringify(entity)).not.toMatch(/secret|"__proto__"/);
    expect(entity.metadata.links).toBeUndefined();
    expect(entity.spec.modelCard?.trainingData).toBe(
      '- \\[x\\]\\(javascript:alert\\(1\\)\\)',
    );
  });
});

describe('rules', () => {
  const owner = (mapping: unknown, model: Partial<RegistryModel> = {}) =>
    map({ ...churn, ...model }, { owner: mapping }).entity.spec.owner;

  it('the first that holds and has its values wins', () => {
    const mapping = [
      { if: { 'tags.tier': 'gold' }, value: 'group:{{ tags.mlflow.team }}' },
      { if: { tagNames: { $contains: 'legacy' } }, value: 'group:archive' },
      { value: 'group:{{ owner }}' },
      { value: 'group:platform' },
    ];
    expect(owner(mapping, { tags: { tier: 'gold', 'mlflow.team': 'a' } })).toBe(
      'group:a',
    );
    expect(owner(mapping, { tags: { tier: 'gold' } })).toBe('group:platform');
    expect(owner(mapping, { tags: { legacy: '' } })).toBe('group:archive');
    expect(owner(mapping, { ownerHints: ['ann'] })).toBe('group:ann');
    expect(owner(mapping, { ownerHints: ['Ann B'] })).toBe('group:platform');
  });

  it.each<[object, string]>([
    [{ owner: '{{ tags.team' }, 'owner.0.value: expected {{ and }} in pairs'],
    [
      { owner: '{{ }}' },
      'owner.0.value: expected a field such as {{ tags.team }}, was {{ }}',
    ],
    [
      { owner: '{{ a | shout }}' },
      'owner.0.value: expected one of the filters slug and lower, was "shout"',
    ],
    [{ ownr: 'x' }, ': Unrecognized key: "ownr"'],
    [{ owner: [] }, 'owner: Too small: expected array to have >=1 items'],
    [{ owner: [{ if: 7, value: 'x' }] }, 'owner.0.if: Invalid input'],
  ])('say what is wrong: %j', (mapping, message) => {
    const issues = registryMappingSchema.safeParse(mapping).error?.issues ?? [];
    expect(
      issues.map(issue => `${issue.path.join('.')}: ${issue.message}`),
    ).toEqual([message]);
  });
});
