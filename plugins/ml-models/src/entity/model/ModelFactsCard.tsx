import {
  RELATION_DERIVED_FROM,
  isAiModelResource,
  readAiModelResource,
  taskTitle,
} from '@airworthy/plugin-ml-models-common';
import {
  ExternalLink,
  Fact,
  FactList,
  formatCount,
  formatNumber,
} from '@airworthy/plugin-ml-models-react';
import { Entity } from '@backstage/catalog-model';
import {
  EntityInfoCard,
  EntityRefLinks,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { targetsOf } from '../related/relations';
import { useMlModel } from './useMlModel';

const TRACKS = {
  startup: 'Startup',
  'large-organisation': 'Large organisation',
};

/** What only a `Resource` of type `ai-model` says, in its links. */
function aiModelFacts(entity: Entity): Fact[] {
  if (!isAiModelResource(entity)) return [];
  const { licenseUrl, artifactUrl, usageUrl } = readAiModelResource(entity);
  return [
    { label: 'Licence text', href: licenseUrl },
    { label: 'Artefact', href: artifactUrl },
    { label: 'How to use', href: usageUrl },
  ]
    .filter(({ href }) => href !== undefined)
    .map(({ label, href }) => ({
      label,
      value: (
        <ExternalLink href={href} aria-label={label}>
          Open
        </ExternalLink>
      ),
    }));
}

/** What a model is, in a few facts. */
export const ModelFactsCard = () => {
  const { entity } = useEntity();
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
            value: spec.track
              ? TRACKS[spec.track]
              : 'set by its group or the portal',
          },
          { label: 'Main metric', value: spec.primaryMetric ?? 'first listed' },
          { label: 'Versions', value: String(spec.versions?.length ?? 0) },
          ...aiModelFacts(entity),
        ]}
      />
    </EntityInfoCard>
  );
};
