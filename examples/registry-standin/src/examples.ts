import { ModelExample, addModel } from './addModel';
import { MlflowStandIn } from './MlflowStandIn';
import { Run } from './types';

const DAY = 86_400_000;
const at = (day: number) => Date.UTC(2026, 0, 1) + day * DAY;

const column = (name: string, type: string) => ({ name, type, required: true });

/** The tag in which MLflow 2 notes what a run logged. */
function logHistory(
  run: string,
  flavour: object,
  inputs: object[],
  outputs: object[],
) {
  return {
    key: 'mlflow.log-model.history',
    value: JSON.stringify([
      {
        run_id: run,
        artifact_path: 'model',
        utc_time_created: '2026-01-15 09:30:00.000000',
        model_uuid: `${run.slice(0, 8)}-0000-4000-8000-000000000000`,
        flavors: {
          python_function: {
            loader_module: 'mlflow.pyfunc',
            env: 'conda.yaml',
          },
          ...flavour,
        },
        signature: {
          inputs: JSON.stringify(inputs),
          outputs: JSON.stringify(outputs),
          params: null,
        },
      },
    ]),
  };
}

const dataset = (name: string, digest: string, context: string) => ({
  tags: [{ key: 'mlflow.data.context', value: context }],
  dataset: {
    name,
    digest,
    source_type: 's3',
    source: JSON.stringify({ uri: `s3://datasets/${name}.parquet` }),
    schema: JSON.stringify({ mlflow_colspec: [] }),
    profile: JSON.stringify({ num_rows: 1_000 }),
  },
});

function churnRun(id: string, day: number, auc: number): Run {
  return {
    info: {
      run_id: id,
      experiment_id: '12',
      status: 'FINISHED',
      start_time: at(day),
    },
    data: {
      metrics: [
        { key: 'roc_auc', value: auc, timestamp: at(day), step: 0 },
        { key: 'log_loss', value: 0.31, timestamp: at(day), step: 0 },
        {
          key: 'system/cpu_utilization_percentage',
          value: 71.2,
          timestamp: at(day),
          step: 3,
        },
      ],
      params: [
        { key: 'max_depth', value: '6' },
        { key: 'learning_rate', value: '0.1' },
      ],
      tags: [
        { key: 'mlflow.user', value: 'ada' },
        { key: 'mlflow.source.name', value: 'train.py' },
        {
          key: 'mlflow.source.git.commit',
          value: '180c807a1e0f283d14befcac586f41d899a5bae4',
        },
        logHistory(
          id,
          { xgboost: { xgb_version: '2.1.1', data: 'model.xgb' } },
          [column('tenure_months', 'long'), column('plan', 'string')],
          [column('churned', 'double')],
        ),
      ],
    },
    inputs: {
      dataset_inputs: [
        dataset('customers', '5f2ab9c1', 'training'),
        dataset('customers-holdout', '77aa0e12', 'evaluation'),
      ],
    },
  };
}

/** As MLflow 2 tells it: stages, and the signature in a tag of the run. */
export const churn: ModelExample = {
  model: {
    name: 'Customer Churn',
    last_updated_timestamp: at(40),
    description: 'Which customers will leave within a month.',
    tags: [
      { key: 'team', value: 'offer-science' },
      { key: 'task', value: 'tabular-classification' },
      { key: 'lifecycle', value: '' },
    ],
    aliases: [{ alias: 'champion', version: '2' }],
  },
  versions: [
    {
      version: '1',
      creation_timestamp: at(10),
      last_updated_timestamp: at(40),
      current_stage: 'Archived',
      run_id: 'a1b2c3d4e5f60718293a4b5c6d7e8f90',
    },
    {
      version: '2',
      creation_timestamp: at(40),
      last_updated_timestamp: at(40),
      current_stage: 'Production',
      run_id: 'b1b2c3d4e5f60718293a4b5c6d7e8f90',
      description: 'Knows the tariff of the customer.',
    },
  ],
  runs: [
    churnRun('a1b2c3d4e5f60718293a4b5c6d7e8f90', 10, 0.871),
    churnRun('b1b2c3d4e5f60718293a4b5c6d7e8f90', 40, 0.902),
  ],
};

/** As MLflow 3 tells it: a logged model with figures of its own. */
export const supportRouter: ModelExample = {
  model: {
    name: 'support/ticket-router',
    last_updated_timestamp: at(55),
    description: 'To which desk a ticket goes.',
    tags: [
      { key: 'team', value: 'passenger-voice' },
      { key: 'task', value: 'text-classification' },
    ],
    aliases: [{ alias: 'challenger', version: '1' }],
  },
  versions: [
    {
      version: '1',
      creation_timestamp: at(55),
      last_updated_timestamp: at(55),
      run_id: 'c1b2c3d4e5f60718293a4b5c6d7e8f90',
      model_id: 'm-3f1c2b7a9d5e4c68a1b0c2d3e4f50617',
      source: 'models:/m-3f1c2b7a9d5e4c68a1b0c2d3e4f50617',
    },
  ],
  runs: [
    {
      info: {
        run_id: 'c1b2c3d4e5f60718293a4b5c6d7e8f90',
        experiment_id: '13',
        status: 'FINISHED',
        start_time: at(55),
      },
      data: {
        metrics: [
          { key: 'f1', value: 0.5, timestamp: at(55), step: 1 },
          { key: 'loss', value: 0.9, timestamp: at(55), step: 1 },
          { key: 'loss', value: 0.4, timestamp: at(55), step: 2 },
        ],
        params: [{ key: 'epochs', value: '3' }],
        tags: [{ key: 'mlflow.user', value: 'grace' }],
      },
      inputs: { dataset_inputs: [dataset('tickets', '0badcafe', 'training')] },
    },
  ],
  loggedModels: [
    {
      info: {
        model_id: 'm-3f1c2b7a9d5e4c68a1b0c2d3e4f50617',
        experiment_id: '13',
        name: 'ticket-router',
        source_run_id: 'c1b2c3d4e5f60718293a4b5c6d7e8f90',
        status: 'LOGGED_MODEL_READY',
      },
      data: {
        metrics: [
          {
            key: 'f1',
            value: 0.88,
            timestamp: at(56),
            step: 0,
            dataset_name: 'tickets-2026',
            dataset_digest: 'feedbeef',
            model_id: 'm-3f1c2b7a9d5e4c68a1b0c2d3e4f50617',
          },
        ],
        params: [{ key: 'base', value: 'distilbert' }],
      },
    },
  ],
};

/** Registered, and nothing else done. */
export const untouched: ModelExample = {
  model: { name: 'demand-forecast', last_updated_timestamp: at(5) },
};

/** A prompt of a language model, which MLflow keeps among the models. */
export const prompt: ModelExample = {
  model: {
    name: 'summarise-ticket',
    tags: [{ key: 'mlflow.prompt.is_prompt', value: 'true' }],
  },
  versions: [{ version: '1', source: 'dummy-source' }],
};

/** Adds all examples. */
export function addExamples(standIn: MlflowStandIn): void {
  [churn, supportRouter, untouched, prompt].forEach(example =>
    addModel(standIn, example),
  );
}
