/** A tag, a parameter or another pair of MLflow. */
export interface Pair {
  key: string;
  value: string;
}

/** A figure, at one step. */
export interface Metric {
  key: string;
  value: number | string;
  timestamp: number;
  step: number;
  dataset_name?: string;
  dataset_digest?: string;
  model_id?: string;
}

/** A version as `ModelVersion` of `model_registry.proto`. */
export interface Version {
  name: string;
  version: string;
  creation_timestamp: number;
  last_updated_timestamp: number;
  user_id?: string;
  current_stage: string;
  description?: string;
  source: string;
  run_id?: string;
  run_link?: string;
  status: string;
  model_id?: string;
  tags?: Pair[];
}

/** A model as `RegisteredModel` of `model_registry.proto`. */
export interface Model {
  name: string;
  creation_timestamp: number;
  last_updated_timestamp: number;
  description?: string;
  tags?: Pair[];
  aliases?: { alias: string; version: string }[];
}

/** A run as `Run` of `service.proto`. */
export interface Run {
  info: {
    run_id: string;
    experiment_id: string;
    status: string;
    start_time: number;
  };
  data: { metrics?: Metric[]; params?: Pair[]; tags?: Pair[] };
  inputs?: {
    dataset_inputs?: {
      tags?: Pair[];
      dataset: {
        name: string;
        digest: string;
        source_type: string;
        source: string;
        schema?: string;
        profile?: string;
      };
    }[];
  };
}

/** A logged model as MLflow 3 knows it. */
export interface LoggedModel {
  info: {
    model_id: string;
    experiment_id: string;
    name: string;
    source_run_id?: string;
    status: string;
    tags?: Pair[];
  };
  data: { metrics?: Metric[]; params?: Pair[] };
}
