import { Entity } from '@backstage/catalog-model';

interface ModelOptions {
  title?: string;
  owner?: string;
  framework?: string;
  task?: string;
  tags?: string[];
  updatedAt?: string;
  deployments?: string[];
  versions?: object[];
}

/** A model as the catalog answers it. */
export function model(name: string, options: ModelOptions = {}): Entity {
  const owner = options.owner ?? 'group:default/growth';
  return {
    apiVersion: 'airworthy.dev/v1alpha1',
    kind: 'MlModel',
    metadata: {
      name,
      namespace: 'default',
      title: options.title,
      description: `What ${name} is for`,
      tags: options.tags,
      ...(options.updatedAt && {
        annotations: { 'airworthy.dev/newest-version-at': options.updatedAt },
      }),
    },
    spec: {
      type: options.task ?? 'tabular-classification',
      lifecycle: 'production',
      owner,
      ...(options.framework && { framework: options.framework }),
      versions: (options.versions ?? []) as any,
    },
    relations: [
      { type: 'ownedBy', targetRef: owner },
      ...(options.deployments ?? []).map(deploymentName => ({
        type: 'deployedBy',
        targetRef: `mldeployment:default/${deploymentName}`,
      })),
    ],
  };
}

/** A deployment as the catalog answers it. */
export function deployment(
  name: string,
  modelName: string,
  environment = 'production',
): Entity {
  return {
    apiVersion: 'airworthy.dev/v1alpha1',
    kind: 'MlDeployment',
    metadata: { name, namespace: 'default' },
    spec: {
      type: 'kserve',
      environment,
      lifecycle: 'production',
      owner: 'group:default/growth',
      model: `mlmodel:default/${modelName}`,
      strategy: { type: 'canary', state: 'progressing' },
      variants: [
        { name: 'old', role: 'stable', version: '1', traffic: 90 },
        { name: 'new', role: 'candidate', version: '2', traffic: 10 },
      ],
    },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/growth' },
      { type: 'deploys', targetRef: `mlmodel:default/${modelName}` },
    ],
  };
}

/** A model that another tool put into the catalog as a resource. */
export const aiModelResource: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'granite', namespace: 'default' },
  spec: { type: 'ai-model', owner: 'group:default/platform' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/platform' }],
};
