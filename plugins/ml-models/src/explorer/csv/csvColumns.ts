import { Entity } from '@backstage/catalog-model';
import { CsvColumn } from '@airworthy/plugin-ml-models-react';
import { DeploymentRow, deploymentRow } from '../rows/deploymentRow';
import { ModelRow } from '../rows/modelRow';

/** A model with those of its deployments that were read. */
export interface ModelRecord extends ModelRow {
  deployments: Entity[];
}

// A semicolon stands in no reference and no tag.
const list = (values: readonly string[]) => values.join('; ');

/** Columns of the file of models. */
export const MODEL_CSV_COLUMNS: CsvColumn<ModelRecord>[] = [
  { head: 'entity_ref', value: row => row.id },
  { head: 'name', value: row => row.name },
  { head: 'title', value: row => row.title },
  { head: 'description', value: row => row.description },
  { head: 'task', value: row => row.task },
  { head: 'owner', value: row => list(row.owners) },
  { head: 'system', value: row => list(row.systems) },
  { head: 'lifecycle', value: row => row.lifecycle },
  { head: 'framework', value: row => row.framework },
  { head: 'license', value: row => row.license },
  { head: 'track', value: row => row.track },
  { head: 'newest_version', value: row => row.version },
  { head: 'newest_version_at', value: row => row.updatedAt },
  { head: 'metric', value: row => row.metric?.name },
  { head: 'metric_value', value: row => row.metric?.value },
  { head: 'metric_unit', value: row => row.metric?.unit },
  { head: 'deployments', value: row => list(row.deploymentRefs) },
  {
    head: 'environments',
    value: row =>
      list(
        [
          ...new Set(
            row.deployments
              .map(entity => deploymentRow(entity).environment)
              .filter(environment => environment !== undefined),
          ),
        ].sort(),
      ),
  },
  { head: 'tags', value: row => list(row.tags) },
];

/** Columns of the file of deployments. */
export const DEPLOYMENT_CSV_COLUMNS: CsvColumn<DeploymentRow>[] = [
  { head: 'entity_ref', value: row => row.id },
  { head: 'name', value: row => row.name },
  { head: 'title', value: row => row.title },
  { head: 'description', value: row => row.description },
  { head: 'model', value: row => list(row.models) },
  { head: 'environment', value: row => row.environment },
  { head: 'runtime', value: row => row.runtime },
  { head: 'owner', value: row => list(row.owners) },
  { head: 'system', value: row => list(row.systems) },
  { head: 'lifecycle', value: row => row.lifecycle },
  { head: 'strategy', value: row => row.strategy },
  { head: 'strategy_state', value: row => row.state },
  { head: 'rollout_started_at', value: row => row.rolloutAt },
  {
    head: 'variants',
    value: row =>
      list(
        row.variants.map(
          ({ name, role, version, traffic }) =>
            `${name} (${role}) ${version} ${traffic}%`,
        ),
      ),
  },
  { head: 'tags', value: row => list(row.tags) },
];
