import fc from 'fast-check';
import { defaultCatalogCollatorEntityTransformer } from '@backstage/plugin-search-backend-module-catalog';
import { transformMlEntity } from './transformMlEntity';

const model = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: {
    name: 'churn',
    title: 'Churn',
    description: 'Who will leave.',
    tags: ['tabular'],
  },
  spec: {
    type: 'tabular-classification',
    lifecycle: 'production',
    owner: 'group:default/retention',
    framework: 'xgboost',
    modelCard: { limitations: 'Weak for customers younger than a month.' },
    versions: [{ version: '1', aliases: ['champion'] }],
  },
};

describe('transformMlEntity', () => {
  it('indexes the model card and the fields of a search result', () => {
    expect(transformMlEntity(model)).toMatchObject({
      title: 'Churn',
      kind: 'MlModel',
      owner: 'group:default/retention',
      task: 'tabular-classification',
      framework: 'xgboost',
      text: expect.stringMatching(
        /Who will leave\.[^]*Tabular classification[^]*younger than a month[^]*champion/,
      ),
    });
  });

  it('indexes a deployment by environment and model', () => {
    expect(
      transformMlEntity({
        apiVersion: 'airworthy.dev/v1alpha1',
        kind: 'MlDeployment',
        metadata: { name: 'churn-production' },
        spec: {
          type: 'kserve',
          environment: 'production',
          lifecycle: 'production',
          owner: 'retention',
          model: 'churn',
          strategy: { type: 'canary' },
        },
      }),
    ).toMatchObject({
      environment: 'production',
      text: expect.stringMatching(/kserve[^]*canary/),
    });
  });

  it('leaves other entities to the catalog', () => {
    const component = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'web', description: 'A web site' },
      spec: { type: 'website', lifecycle: 'production', owner: 'web' },
    };
    expect(transformMlEntity(component)).toEqual(
      defaultCatalogCollatorEntityTransformer(component),
    );
  });

  it('finds a model of another tool by its tags', () => {
    const resource = {
      apiVersion: 'backstage.io/v1beta1',
      kind: 'Resource',
      metadata: { name: 'granite', description: 'A model', tags: ['20b'] },
      spec: { type: 'ai-model', owner: 'a' },
    };
    expect(transformMlEntity(resource).text).toBe('A model\n20b');
  });

  it('survives entities whose fields are not what they should be', () => {
    const broken = (kind: string) =>
      fc.record({
        kind: fc.constant(kind),
        metadata: fc.constant({ name: 'a', description: 'Who will leave.' }),
        spec: fc.oneof(
          fc.jsonValue(),
          fc.record({
            type: fc.constant('x'),
            modelCard: fc.jsonValue(),
            versions: fc.array(fc.jsonValue()),
            strategy: fc.jsonValue(),
          }),
        ),
      });
    fc.assert(
      fc.property(
        fc.oneof(broken('MlModel'), broken('MlDeployment')),
        entity => {
          const { text } = transformMlEntity(entity as any);
          expect(text).toContain('Who will leave.');
        },
      ),
    );
  });
});
