import type { IContainer } from 'kubernetes-models/v1/Container';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import { KubernetesObject } from '../manifests/types';

/* No package publishes types of KServe: these are the parts that are written here. */

/** A model that a ServingRuntime of KServe serves. */
export interface ServedModel extends Omit<IContainer, 'name'> {
  name?: string;
  modelFormat: { name: string; version?: string };
  runtime?: string;
  protocolVersion?: string;
  storageUri?: string;
}

/** A predictor of KServe: scaling, traffic, and one implementation. */
export interface Predictor extends Partial<Omit<IPodSpec, 'containers'>> {
  name?: string;
  minReplicas?: number;
  maxReplicas?: number;
  scaleTarget?: number;
  scaleMetric?: 'cpu' | 'memory' | 'concurrency' | 'rps';
  canaryTrafficPercent?: number;
  deploymentStrategy?: {
    type: 'RollingUpdate' | 'Recreate';
    rollingUpdate?: {
      maxSurge?: number | string;
      maxUnavailable?: number | string;
    };
  };
  labels?: Record<string, string>;
  model?: ServedModel;
  containers?: IContainer[];
}

/** An InferenceService of KServe. */
export interface InferenceService extends KubernetesObject {
  apiVersion: 'serving.kserve.io/v1beta1';
  kind: 'InferenceService';
  spec: {
    predictor: Predictor;
    canary?: { predictor: Predictor; trafficPercent: number }[];
  };
}
