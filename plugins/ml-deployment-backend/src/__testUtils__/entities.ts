import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';

/** A canary of the test catalog, in its first of two phases, with rules. */
export const CANARY: JsonObject = {
  type: 'canary',
  state: 'progressing',
  startedAt: '2026-06-01T00:00:00Z',
  phase: 0,
  plan: {
    phases: [
      {
        name: 'A tenth',
        traffic: 10,
        duration: 'P1D',
        sampleSize: 1_000,
        criteria: ['Agents are content'],
        checks: [
          { metric: 'error_ratio', measure: 'difference', limit: 0.01 },
          { metric: 'latency_p95', measure: 'ratio', limit: 1.2 },
        ],
      },
      { name: 'Half', traffic: 50, duration: 'P2D' },
      { name: 'All', traffic: 100 },
    ],
    stopRules: [{ metric: 'error_ratio', limit: 0.05 }],
    rollback: 'Set the share to 0.',
  },
};

/** A deployment of the test catalog that is a canary. */
export function deploymentOf(
  name: string,
  options: {
    spec?: JsonObject;
    strategy?: JsonObject;
    annotations?: Record<string, string>;
  } = {},
): Entity {
  return {
    apiVersion: 'airworthy.dev/v1alpha1',
    kind: 'MlDeployment',
    metadata: {
      name,
      namespace: 'default',
      title: `Delay, ${name}`,
      annotations: options.annotations,
    },
    spec: {
      type: 'kserve',
      environment: 'production',
      lifecycle: 'production',
      owner: 'group:default/team',
      model: 'mlmodel:default/delay',
      variants: [
        { name: 'stable', role: 'stable', version: '1', traffic: 90 },
        { name: 'candidate', role: 'candidate', version: '2', traffic: 10 },
      ],
      strategy: { ...CANARY, ...options.strategy },
      ...options.spec,
    },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/team' },
      { type: 'deploys', targetRef: 'mlmodel:default/delay' },
    ],
  };
}
