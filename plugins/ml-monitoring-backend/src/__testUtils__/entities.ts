import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';

/** A deployment of the test catalog, with an inference log and two variants. */
export function deploymentOf(name: string, spec: JsonObject = {}): Entity {
  return {
    apiVersion: 'airworthy.dev/v1alpha1',
    kind: 'MlDeployment',
    metadata: { name, namespace: 'default', title: `Delay, ${name}` },
    spec: {
      type: 'kserve',
      environment: 'production',
      lifecycle: 'production',
      owner: 'group:default/team',
      model: 'mlmodel:default/delay',
      variants: [
        { name: 'stable', role: 'stable', version: '1', traffic: 90 },
        { name: 'canary', role: 'candidate', version: '2', traffic: 10 },
      ],
      monitoring: {
        inferenceLog: { path: 'log/*.parquet', features: ['hour', 'origin'] },
        baseline: { path: 'baseline.parquet' },
      },
      ...spec,
    },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/team' },
      { type: 'deploys', targetRef: 'mlmodel:default/delay' },
    ],
  };
}

/** The model that the deployments serve. */
export const DELAY_MODEL: Entity = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: { name: 'delay', namespace: 'default' },
  spec: {
    type: 'tabular-classification',
    lifecycle: 'production',
    owner: 'group:default/team',
    versions: [
      {
        version: '2',
        createdAt: '2026-05-01T00:00:00Z',
        metrics: [{ name: 'roc_auc', value: 0.72 }],
      },
      {
        version: '1',
        createdAt: '2026-01-01T00:00:00Z',
        metrics: [
          { name: 'ROC AUC', value: 70, unit: 'percent' },
          { name: 'roc_auc', value: 0.9, slice: 'hub=A' },
        ],
      },
    ],
  },
};
