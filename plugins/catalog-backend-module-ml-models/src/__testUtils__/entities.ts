const core = 'backstage.io/v1alpha1';
const ours = 'airworthy.dev/v1alpha1';

export const model = {
  apiVersion: ours,
  kind: 'MlModel',
  metadata: { name: 'churn', description: 'Who will leave.' },
  spec: {
    type: 'tabular-classification',
    lifecycle: 'production',
    owner: 'group:default/retention',
    system: 'crm',
    baseModel: 'churn-base',
    trainedBy: 'churn-training',
    dependsOn: ['resource:customers'],
    versions: [
      { version: '2', createdAt: '2026-02-01T00:00:00Z' },
      { version: '1', createdAt: '2026-01-01T00:00:00Z' },
    ],
  },
};

export const deployment = {
  apiVersion: ours,
  kind: 'MlDeployment',
  metadata: { name: 'churn-production' },
  spec: {
    type: 'kserve',
    environment: 'production',
    lifecycle: 'production',
    owner: 'retention',
    system: 'crm',
    model: 'churn',
    dependsOn: ['component:default/feature-store'],
    strategy: { type: 'canary' },
    variants: [
      { name: 'stable', role: 'stable', version: '1', traffic: 90 },
      { name: 'candidate', role: 'candidate', version: '2', traffic: 10 },
    ],
  },
};

/** What the model was made from; of another team, in another file. */
export const baseModel = {
  ...model,
  metadata: { name: 'churn-base' },
  spec: {
    type: 'tabular-classification',
    lifecycle: 'production',
    owner: 'research',
  },
};

/** An organisation around a model and its deployment. */
export const organisation = [
  {
    apiVersion: core,
    kind: 'Group',
    metadata: { name: 'retention' },
    spec: { type: 'team', children: [] },
  },
  {
    apiVersion: core,
    kind: 'System',
    metadata: { name: 'crm' },
    spec: { owner: 'retention' },
  },
  {
    apiVersion: core,
    kind: 'Resource',
    metadata: { name: 'customers' },
    spec: { type: 'dataset', owner: 'retention' },
  },
  ...['churn-training', 'feature-store'].map(name => ({
    apiVersion: core,
    kind: 'Component',
    metadata: { name },
    spec: { type: 'service', lifecycle: 'production', owner: 'retention' },
  })),
  {
    apiVersion: core,
    kind: 'Component',
    metadata: { name: 'shop' },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'retention',
      dependsOn: ['mldeployment:churn-production', 'mlmodel:default/churn'],
    },
  },
  model,
  deployment,
];
