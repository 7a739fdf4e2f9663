import { createMockDirectory } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { runAction } from '../__testUtils__/runAction';
import { createCatalogInfoAction } from './catalogInfo';

const deployment = (monitoring: object): Entity => ({
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlDeployment',
  metadata: { name: 'churn-production' },
  spec: {
    type: 'kserve',
    environment: 'production',
    lifecycle: 'production',
    owner: 'group:default/retention',
    model: 'mlmodel:default/churn',
    monitoring: monitoring as {},
  },
});

describe('ml-deployment:catalog-info', () => {
  const folder = createMockDirectory();

  it('takes values as expressions of templates give them', async () => {
    folder.setContent({ workspace: {} });
    const options = { workspacePath: folder.resolve('workspace') };
    const run = (entity: Entity) =>
      runAction(createCatalogInfoAction(), { entities: [entity] }, options);
    // Without a prototype, and with nothing where a form was left empty.
    const valueOf = (fields: object) =>
      Object.assign(Object.create(null), fields);

    await run(deployment({ labelDelay: 'PT1H' }));
    const { updated } = await run(
      deployment({
        inferenceLog: valueOf({ path: 'churn/*.parquet', preset: undefined }),
        thresholds: [valueOf({ metric: 'psi', warning: 0.1 })],
      }),
    );
    expect(updated).toEqual(['mldeployment:default/churn-production']);
    const { 'catalog-info.yaml': text } = folder.content({
      path: 'workspace',
    }) as Record<string, string>;
    expect(text).toContain(`  monitoring:
    labelDelay: PT1H
    inferenceLog:
      path: churn/*.parquet
    thresholds:
      - metric: psi
        warning: 0.1
`);
  });
});
