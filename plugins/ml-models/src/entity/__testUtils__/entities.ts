import { Entity } from '@backstage/catalog-model';

/** A model with two versions, one of them better in accuracy and worse in latency. */
export const churn: Entity = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: { name: 'churn', namespace: 'default', title: 'Churn' },
  spec: {
    type: 'tabular-classification',
    lifecycle: 'production',
    owner: 'group:default/growth',
    framework: 'xgboost',
    parameters: 1_250_000,
    primaryMetric: 'accuracy',
    modelCard: { intendedUse: 'Finds customers who may leave.' },
    versions: [
      {
        version: '2',
        aliases: ['champion'],
        createdAt: '2026-03-01T00:00:00Z',
        registry: 'https://registry.example/churn/2',
        source: 's3://models/churn/2',
        metrics: [
          {
            name: 'accuracy',
            value: 0.93,
            dataset: 'holdout',
            source: 'https://papers.example/churn',
          },
          { name: 'latency', value: 40, unit: 'ms' },
          { name: 'charm', value: 3 },
        ],
      },
      {
        version: '1',
        createdAt: '2026-01-01T00:00:00Z',
        metrics: [
          { name: 'accuracy', value: 0.91, dataset: 'holdout' },
          { name: 'latency', value: 30, unit: 'ms' },
          { name: 'charm', value: 2 },
        ],
      },
    ],
  },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/growth' },
    { type: 'deployedBy', targetRef: 'mldeployment:default/churn-production' },
    { type: 'deployedBy', targetRef: 'mldeployment:default/churn-lost' },
    { type: 'dependsOn', targetRef: 'resource:default/customers' },
    { type: 'dependsOn', targetRef: 'resource:default/gone' },
  ],
};

/** Its deployment: a canary in its second phase, with a shadow. */
export const churnProduction: Entity = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlDeployment',
  metadata: {
    name: 'churn-production',
    namespace: 'default',
    title: 'Churn, production',
  },
  spec: {
    type: 'kserve',
    environment: 'production',
    lifecycle: 'production',
    owner: 'group:default/growth',
    model: 'mlmodel:default/churn',
    endpoint: 'https://models.example/churn',
    variants: [
      { name: 'main', role: 'stable', version: '1', traffic: 75 },
      { name: 'next', role: 'candidate', version: '2', traffic: 25 },
      { name: 'copy', role: 'shadow', version: '3', traffic: 100 },
    ],
    strategy: {
      type: 'canary',
      state: 'progressing',
      phase: 1,
      plan: {
        phases: [
          { name: 'First', traffic: 5, duration: 'PT1H' },
          { name: 'Second', traffic: 25, duration: 'P1D' },
          { name: 'All', traffic: 100 },
        ],
        rollback: 'Set the traffic to 0.',
      },
    },
    monitoring: {
      thresholds: [
        { metric: 'error_ratio', warning: 0.01, critical: 0.05 },
        { metric: 'accuracy', critical: 0.9, direction: 'below' },
      ],
    },
  },
  relations: [{ type: 'deploys', targetRef: 'mlmodel:default/churn' }],
};

/** Its data. */
export const customers: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'customers',
    namespace: 'default',
    annotations: {
      'airworthy.dev/dataset-rows': '1200000',
      'airworthy.dev/dataset-bytes': '17000000',
      'airworthy.dev/dataset-origin': 'real',
    },
  },
  spec: { type: 'dataset', owner: 'group:default/growth' },
};

/** An entity of a time before the schema, with nothing as it should be. */
export const broken = (kind: string): Entity => ({
  apiVersion: 'airworthy.dev/v1alpha1',
  kind,
  metadata: { name: 'old', namespace: 'default' },
  spec: {
    type: null,
    lifecycle: null,
    owner: null,
    parameters: 'many',
    modelCard: null,
    versions: [null, { version: '1', metrics: [{ name: 'f1', value: null }] }],
    variants: [
      null,
      { name: 'a', role: 'king', version: null, traffic: 'all' },
    ],
    strategy: { type: 'canary', phase: 'first', plan: { phases: [null] } },
    scaling: null,
    monitoring: { thresholds: [null, { metric: 'psi' }], inferenceLog: null },
  } as any,
});
