import {
  RELATION_DERIVED_FROM,
  taskTitle,
} from '@airworthy/plugin-ml-models-common';
import {
  FactList,
  formatCount,
  formatNumber,
} from '@airworthy/plugin-ml-models-react';
import {
  EntityInfoCard,
  EntityRefLinks,
} from '@backstage/plugin-catalog-react';
import { targetsOf } from '../related/relations';
import { useMlModel } from './useMlModel';

const TRACKS = {
  startup: 'Startup',
  'large-organisation': 'Large organisation',
};

/** What a model is, in a few facts. */
export const ModelFactsCard = () => {
  const model = useMlModel();
  const { spec } = model;
  const bases = targetsOf(model, RELATION_DERIVED_FROM);
  return (
    <EntityInfoCard title="Model facts">
      <FactList
        facts={[
          { label: 'Task', value: spec.type && taskTitle(spec.type) },
          { label: 'Framework', value: spec.framework },
          { label: 'Licence', value: spec.license },
          {
            label: 'Parameters',
            value: spec.parameters !== undefined && (
              <span title={formatNumber(spec.parameters)}>
                {formatCount(spec.parameters)}
              </span>
            ),
          },
          {
            label: 'Base model',
            value:
              bases.length > 0 ? <EntityRefLinks entityRefs={bases} /> : 'none',
          },
          {
            label: 'Track',
            value: spec.track ? TRACKS[spec.track] : 'as its group or portal',
          },
          { label: 'Main metric', value: spec.primaryMetric ?? 'first listed' },
          { label: 'Versions', value: String(spec.versions?.length ?? 0) },
        ]}
      />
    </EntityInfoCard>
  );
};
