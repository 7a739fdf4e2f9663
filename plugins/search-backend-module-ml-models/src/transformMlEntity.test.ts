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

  it('survives a model whose fields are not what they should be', () => {
    const broken = {
      ...model,
      spec: { type: 'x', owner: 'o', modelCard: null, versions: null },
    };
    expect(transformMlEntity(broken as any).text).toContain('Who will leave.');
  });
});
