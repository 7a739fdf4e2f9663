import {
  MlDeploymentEntity,
  MlModelEntity,
} from '@airworthy/plugin-ml-models-common';

/** A model with versions, the newest first. */
export const MODEL: MlModelEntity = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: { name: 'churn', namespace: 'default', title: 'Customer churn' },
  spec: {
    type: 'tabular-classification',
    lifecycle: 'production',
    owner: 'group:default/growth',
    primaryMetric: 'roc_auc',
    versions: [
      {
        version: '3',
        aliases: ['challenger'],
        createdAt: '2026-03-01T00:00:00Z',
        metrics: [
          { name: 'log_loss', value: 0.4 },
          { name: 'roc_auc', value: 0.81 },
        ],
      },
      {
        version: '2',
        aliases: ['champion'],
        createdAt: '2026-02-01T00:00:00Z',
        metrics: [{ name: 'roc_auc', value: 0.79 }],
      },
      { version: '1', createdAt: '2026-01-01T00:00:00Z' },
    ],
  },
};

type Variants = MlDeploymentEntity['spec']['variants'];

/** A deployment of {@link MODEL}. */
export function deploymentOf(
  name: string,
  options: {
    environment?: string;
    startedAt?: string;
    variants?: Variants;
  } = {},
): MlDeploymentEntity {
  const { environment = 'production', startedAt, variants } = options;
  return {
    apiVersion: 'airworthy.dev/v1alpha1',
    kind: 'MlDeployment',
    metadata: { name, namespace: 'default' },
    spec: {
      type: 'kserve',
      environment,
      lifecycle: 'production',
      owner: 'group:default/growth',
      model: 'mlmodel:default/churn',
      strategy: { type: 'canary', state: 'progressing', startedAt },
      variants,
    },
    relations: [{ type: 'deploys', targetRef: 'mlmodel:default/churn' }],
  };
}

/** Variants with one version for users, and one on its way. */
export const variantsOf = (stable: string, candidate?: string): Variants => [
  {
    name: 'stable',
    role: 'stable',
    version: stable,
    traffic: candidate ? 90 : 100,
  },
  ...(candidate
    ? [
        {
          name: 'canary',
          role: 'candidate' as const,
          version: candidate,
          traffic: 10,
        },
      ]
    : []),
];
