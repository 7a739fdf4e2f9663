import {
  ReadableMlModel,
  sortedVersions,
} from '@airworthy/plugin-ml-models-common';
import { taskOfModelType } from '@airworthy/plugin-ml-monitoring-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ModelValue } from './schema';
import { StableVersion } from './stableVersion';

interface Known {
  model: ReadableMlModel;
  stable?: StableVersion;
  needsStable?: boolean;
}

/**
 * Fills in what the catalog knows of a model that was chosen, or named by a
 * link: what is there stays, but for what follows from the model.
 */
export function completeModel(value: ModelValue, known: Known): ModelValue {
  const { model, stable, needsStable } = known;
  const names = sortedVersions(model).map(({ version }) => version);
  const stableVersion =
    value.stableVersion ?? (needsStable ? stable?.version : undefined);
  // The newest that is not what users have already.
  const version =
    value.version ?? names.find(name => name !== stable?.version) ?? names[0];
  const { title } = model.metadata;
  const { owner } = model.spec;
  return {
    ref: stringifyEntityRef(model),
    ...(version === undefined ? {} : { version }),
    ...(stableVersion === undefined ? {} : { stableVersion }),
    task: taskOfModelType(model.spec.type),
    ...(title ? { title } : {}),
    ...(owner ? { owner } : {}),
  };
}
