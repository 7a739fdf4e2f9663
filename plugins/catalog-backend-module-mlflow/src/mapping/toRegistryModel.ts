import {
  RegistryDataset,
  RegistryModel,
  RegistryRef,
  RegistryVersion,
} from '@airworthy/plugin-ml-models-common';
import {
  MlflowLoggedModel,
  MlflowModel,
  MlflowRun,
  MlflowVersion,
} from '../api/schemas';
import { figuresOf, parametersOf } from './figures';
import { flavourOf, loggedEntry, signatureOf } from './signature';

/** A version with what its run and its logged model tell. */
export interface VersionDetails {
  version: MlflowVersion;
  run?: MlflowRun;
  logged?: MlflowLoggedModel;
}

/** A version, and what it tells of the model as a whole. */
export interface MappedVersion {
  version: RegistryVersion;
  library?: string;
  task?: string;
  user?: string;
}

const toRecord = (tags: { key: string; value?: string | null }[]) =>
  Object.fromEntries(tags.map(({ key, value }) => [key, value ?? '']));

// Longer than any field of an entity is, so that it shows there that it was cut.
const LONGEST_TEXT = 25_000;
const toText = (text: string | null | undefined) =>
  text?.slice(0, LONGEST_TEXT) || undefined;

const toTime = (milliseconds: number | null | undefined) => {
  const date = new Date(milliseconds ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
};

/** Pages of MLflow's own user interface. */
export class MlflowPages {
  readonly #base: string;

  constructor(base: string) {
    this.#base = base.replace(/\/+$/, '');
  }

  model(name: string): string {
    return `${this.#base}/#/models/${encodeURIComponent(name)}`;
  }

  version(name: string, version: string): string {
    return `${this.model(name)}/versions/${encodeURIComponent(version)}`;
  }

  run(experiment: string, run: string): string {
    return `${this.#base}/#/experiments/${encodeURIComponent(
      experiment,
    )}/runs/${encodeURIComponent(run)}`;
  }
}

function datasetsOf(run: MlflowRun | undefined): RegistryDataset[] {
  return (run?.inputs?.dataset_inputs ?? []).map(({ dataset, tags }) => ({
    name: dataset.name,
    digest: dataset.digest ?? undefined,
    source: dataset.source ?? undefined,
    role: toRecord(tags)['mlflow.data.context'] || undefined,
  }));
}

function runOf(
  { version, run }: VersionDetails,
  pages: MlflowPages,
): RegistryVersion['run'] {
  if (!version.run_id) return undefined;
  const experiment = run?.info.experiment_id;
  return {
    id: version.run_id,
    url:
      version.run_link ||
      (experiment ? pages.run(experiment, version.run_id) : undefined),
    commit: toRecord(run?.data.tags ?? [])['mlflow.source.git.commit'],
  };
}

/** Text that differs once MLflow changed a version. */
export function versionRevision(version: MlflowVersion): string {
  return [
    version.last_updated_timestamp ?? '',
    version.run_id ?? '',
    version.model_id ?? '',
    version.source ?? '',
  ].join(' ');
}

/** A version of MLflow in neutral words. */
export function toVersion(
  details: VersionDetails,
  aliases: string[],
  pages: MlflowPages,
): MappedVersion {
  const { version, run, logged } = details;
  const runTags = toRecord(run?.data.tags ?? []);
  const entry = loggedEntry(
    runTags['mlflow.log-model.history'],
    version.source,
  );
  return {
    version: {
      version: version.version,
      revision: versionRevision(version),
      aliases,
      stage:
        version.current_stage && version.current_stage !== 'None'
          ? version.current_stage
          : undefined,
      createdAt: toTime(version.creation_timestamp),
      description: toText(version.description),
      source: version.source || undefined,
      url: pages.version(version.name, version.version),
      tags: toRecord(version.tags),
      run: runOf(details, pages),
      metrics: figuresOf(run, logged),
      parameters: parametersOf(run, logged),
      signature: signatureOf(entry),
      datasets: datasetsOf(run),
    },
    ...flavourOf(entry),
    user: version.user_id || runTags['mlflow.user'] || undefined,
  };
}

/** A registered model of MLflow in neutral words. */
export function toModel(
  model: MlflowModel,
  versions: MappedVersion[],
  options: {
    registry: RegistryRef;
    pages: MlflowPages;
    previous?: RegistryModel;
  },
): RegistryModel {
  const { registry, pages, previous } = options;
  const users = versions.flatMap(({ user }) => user ?? []);
  const known = <T>(values: (T | undefined)[]) =>
    values.find(value => value !== undefined);
  return {
    registry,
    id: model.name,
    name: model.name,
    url: pages.model(model.name),
    description: toText(model.description),
    tags: toRecord(model.tags),
    // Versions that did not change were not asked for these again.
    ownerHints: users.length ? [...new Set(users)] : previous?.ownerHints,
    library: known(versions.map(v => v.library)) ?? previous?.library,
    task: known(versions.map(v => v.task)) ?? previous?.task,
    createdAt: toTime(model.creation_timestamp),
    updatedAt: toTime(model.last_updated_timestamp),
    versions: versions.map(({ version }) => version),
  };
}
