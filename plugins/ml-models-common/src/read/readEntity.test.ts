import type { Entity } from '@backstage/catalog-model';
import { readMlDeployment, readMlModel } from './readEntity';

const entity = (kind: string, spec: any): Entity => ({
  apiVersion: 'airworthy.dev/v1alpha1',
  kind,
  metadata: { name: 'churn' },
  spec,
});

describe('readMlModel', () => {
  it('keeps a valid model as it is', () => {
    const model = entity('MlModel', {
      type: 'tabular-classification',
      lifecycle: 'production',
      owner: 'group:default/growth',
      versions: [{ version: '1', metrics: [{ name: 'auc', value: 0.8 }] }],
      custom: { kept: true },
    });
    expect(readMlModel(model)).toEqual(model);
  });

  it('leaves out what cannot be read and keeps the rest', () => {
    const read = readMlModel(
      entity('MlModel', {
        type: null,
        lifecycle: 'production',
        owner: 7,
        parameters: 'many',
        modelCard: { intendedUse: 'To decide.', limitations: null, old: 'x' },
        versions: [
          null,
          // eslint-disable-next-line no-script-url
          { version: '3', source: null, registry: 'javascript:alert(1)' },
          { aliases: ['lost'] },
          {
            version: '2',
            metrics: [
              { name: 'auc', value: null },
              { name: 'f1', value: 0.5 },
            ],
          },
        ],
      }),
    );
    expect(read.spec).toEqual({
      lifecycle: 'production',
      modelCard: { intendedUse: 'To decide.' },
      versions: [
        { version: '3' },
        { version: '2', metrics: [{ name: 'f1', value: 0.5 }] },
      ],
    });
  });

  it.each([null, undefined, 'text', [], 42])(
    'reads nothing from a spec that is %p',
    spec => {
      expect(readMlModel(entity('MlModel', spec)).spec).toEqual({});
    },
  );

  it('does not take the type of an ai-model Resource for its task', () => {
    const read = readMlModel(
      entity('Resource', { type: 'ai-model', owner: 'ml', framework: 'onnx' }),
    );
    expect(read.spec).toEqual({ owner: 'ml', framework: 'onnx' });
  });

  it('does not change the entity that it reads', () => {
    const model = entity('MlModel', { versions: [null] });
    readMlModel(model);
    expect(model.spec).toEqual({ versions: [null] });
  });
});

describe('readMlDeployment', () => {
  it('still shows traffic that does not sum to 100', () => {
    const variants = [
      { name: 'a', role: 'stable', version: '1', traffic: 60 },
      { name: 'b', role: 'candidate', version: '2', traffic: 10 },
    ];
    expect(readMlDeployment(entity('MlDeployment', { variants })).spec).toEqual(
      { variants },
    );
  });

  it('drops a strategy that is not known', () => {
    expect(
      readMlDeployment(
        entity('MlDeployment', {
          strategy: { type: 'magic', state: 'paused' },
          endpoint: 'ftp://models.example/churn',
          environment: 'staging',
        }),
      ).spec,
    ).toEqual({ environment: 'staging' });
  });
});
