import { MlflowStandIn } from './MlflowStandIn';
import { LoggedModel, Model, Run, Version } from './types';

/** A model with its versions, and with the runs that made them. */
export interface ModelExample {
  model: Partial<Model> & { name: string };
  versions?: (Partial<Version> & { version: string })[];
  runs?: Run[];
  loggedModels?: LoggedModel[];
}

const CREATED = Date.UTC(2026, 0, 1);

/** Adds a model as MLflow would hold it, with what is left out filled in. */
export function addModel(
  standIn: MlflowStandIn,
  { model, versions = [], runs = [], loggedModels = [] }: ModelExample,
): void {
  const { name } = model;
  standIn.models.set(name, {
    creation_timestamp: CREATED,
    last_updated_timestamp: CREATED,
    ...model,
  });
  standIn.versions.set(
    name,
    versions.map(version => ({
      name,
      creation_timestamp: CREATED,
      last_updated_timestamp: CREATED,
      current_stage: 'None',
      source: `mlflow-artifacts:/1/${version.run_id ?? 'none'}/artifacts/model`,
      status: 'READY',
      ...version,
    })),
  );
  runs.forEach(run => standIn.runs.set(run.info.run_id, run));
  loggedModels.forEach(logged =>
    standIn.loggedModels.set(logged.info.model_id, logged),
  );
}
