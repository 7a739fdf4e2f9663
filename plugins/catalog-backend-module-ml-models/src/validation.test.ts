import { deployment, model } from './__testUtils__/entities';
import { startCatalog } from './__testUtils__/startCatalog';

jest.setTimeout(60_000);

const modelWith = (spec: object, metadata: object = {}) => ({
  ...model,
  metadata: { ...model.metadata, ...metadata },
  spec: { ...model.spec, ...spec },
});
const deploymentWith = (spec: object) => ({
  ...deployment,
  spec: { ...deployment.spec, ...spec },
});
const version = (fields: object) =>
  modelWith({ versions: [{ version: '1', ...fields }] });
const [stable, candidate] = deployment.spec.variants;

describe('POST /validate-entity', () => {
  let portal: Awaited<ReturnType<typeof startCatalog>>;
  beforeAll(async () => {
    portal = await startCatalog();
  });
  afterAll(() => portal.close());

  it('accepts good entities', async () => {
    expect(await portal.validate(model)).toEqual([]);
    expect(await portal.validate(deployment)).toEqual([]);
  });

  it.each<[string, object, string]>([
    [
      'an unknown strategy',
      deploymentWith({ strategy: { type: 'yolo' } }),
      '/spec/strategy/type: expected one of "shadow", "blue-green", "canary", "ab-test", "rolling", "recreate", was "yolo"',
    ],
    [
      'live traffic that does not sum to 100',
      deploymentWith({ variants: [stable, { ...candidate, traffic: 20 }] }),
      '/spec/variants: expected traffic of the stable and candidate variants that sums to 100, was 110 (stable 90 + candidate 20)',
    ],
    [
      'two variants with one name',
      deploymentWith({ variants: [stable, { ...candidate, name: 'stable' }] }),
      '/spec/variants/1/name: expected a variant name that no other entry has, was "stable"',
    ],
    [
      'a version that is listed twice',
      modelWith({ versions: [{ version: '1' }, { version: '1' }] }),
      '/spec/versions/1/version: expected a version name that no other entry has, was "1"',
    ],
    [
      'an endpoint that is no URL',
      deploymentWith({ endpoint: 'churn.example.com' }),
      '/spec/endpoint: expected an http or https URL without user name and password, was "churn.example.com"',
    ],
    [
      'a link that is no web address',
      version({ registry: 'data:text/html,x' }),
      '/spec/versions/0/registry: expected an http or https URL without user name and password, was "data:text/html,x"',
    ],
    [
      'a bad entity reference',
      deploymentWith({ model: 'mlmodel:default/a b' }),
      '/spec/model: expected a reference to a mlmodel such as "mlmodel:default/churn", was "mlmodel:default/a b"',
    ],
    [
      'a reference to another kind',
      deploymentWith({ model: 'component:churn' }),
      '/spec/model: expected a reference to a mlmodel such as "mlmodel:default/churn", was "component:churn"',
    ],
    [
      'over 20 versions',
      modelWith({
        versions: Array.from({ length: 21 }, (_, i) => ({ version: `${i}` })),
      }),
      '/spec/versions: expected at most 20 entries, was 21',
    ],
    [
      'another apiVersion',
      { ...model, apiVersion: 'airworthy.dev/v1' },
      '/apiVersion: expected "airworthy.dev/v1alpha1", was "airworthy.dev/v1"',
    ],
    [
      'a kind in other letters',
      { ...model, kind: 'MLModel' },
      '/kind: expected "MlModel", was "MLModel"',
    ],
    [
      'no owner',
      modelWith({ owner: undefined }),
      '/spec/owner: expected a text, was nothing',
    ],
    [
      'no spec',
      { ...model, spec: undefined },
      '/spec: expected an object, was nothing',
    ],
    [
      'a version that is a number',
      modelWith({ versions: [{ version: 1 }] }),
      '/spec/versions/0/version: expected a text (put it in quotes), was number 1',
    ],
    [
      'a bad time',
      version({ createdAt: '1 March 2026' }),
      '/spec/versions/0/createdAt: expected a time in UTC, ISO 8601, such as "2026-03-01T12:00:00Z", was "1 March 2026"',
    ],
    [
      'a bad duration',
      deploymentWith({ monitoring: { labelDelay: '7 days' } }),
      '/spec/monitoring/labelDelay: expected an ISO 8601 duration such as "PT1H" or "P7D", was "7 days"',
    ],
    [
      'a field that there is not',
      modelWith({ modelCard: { intendedUses: 'x' } }),
      '/spec/modelCard/intendedUses: expected no such field',
    ],
  ])('names the field for %s', async (_, entity, problem) => {
    expect(await portal.validate(entity)).toEqual([
      expect.stringMatching(/^Processor MlModelsProcessor [^;]*; caused by /),
    ]);
    const [message] = await portal.validate(entity);
    expect(message.split('InputError: ')[1]).toBe(problem);
  });

  it.each([
    ['/spec/__proto__', '"__proto__":{"admin":true}'],
    [
      '/spec/modelCard/constructor',
      '"modelCard":{"constructor":{"prototype":{"x":1}}}',
    ],
    ['/spec/extra/0/prototype', '"extra":[{"prototype":1}]'],
  ])('refuses a key that reaches a prototype: %s', async (path, field) => {
    const entity = JSON.stringify(model).replace(
      '"spec":{',
      `"spec":{${field},`,
    );
    expect(await portal.validate(entity)).toEqual([
      expect.stringMatching(
        `${path}: expected a key other than __proto__, constructor and prototype$`,
      ),
    ]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('names a description that is too long', async () => {
    const entity = modelWith({}, { description: 'x'.repeat(50_000) });
    expect(await portal.validate(entity)).toEqual([
      expect.stringMatching(
        /\/metadata\/description: expected at most 5000 characters, was "x{60}… \(50000 characters\)"$/,
      ),
    ]);
  });

  it('lists ten problems and counts the rest', async () => {
    const versions = Array.from({ length: 12 }, (_, i) => ({ version: i }));
    const [message] = await portal.validate(modelWith({ versions }));
    expect(message.match(/\/spec\/versions\/\d+\/version/g)).toHaveLength(10);
    expect(message).toMatch(/; and 2 more$/);
  });
});
