import { useMemo } from 'react';
import { sortedVersions } from '@airworthy/plugin-ml-models-common';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { useMlModel } from '../model/useMlModel';
import { CompareVersions } from './CompareVersions';
import { MetricHistory } from './MetricHistory';
import { SignatureTable } from './SignatureTable';
import { VersionsTable } from './VersionsTable';

/** The versions of a model: as a table, over time and beside each other. */
export const VersionsContent = () => {
  const model = useMlModel();
  const versions = useMemo(() => sortedVersions(model), [model]);
  if (versions.length === 0) {
    return (
      <EntityInfoCard title="Versions">
        <Text as="p" color="secondary">
          No version is listed yet. Versions go in spec.versions of the entity,
          or come from a model registry.
        </Text>
      </EntityInfoCard>
    );
  }
  const signed = versions.find(version => version.signature);
  return (
    <Flex direction="column" gap="4">
      <EntityInfoCard title={`Versions (${versions.length})`}>
        <VersionsTable model={model} versions={versions} />
      </EntityInfoCard>
      <EntityInfoCard title="Metrics over versions">
        <MetricHistory model={model} versions={versions} />
      </EntityInfoCard>
      <EntityInfoCard title="Compare versions">
        <CompareVersions versions={versions} />
      </EntityInfoCard>
      {signed?.signature && (
        <EntityInfoCard title={`Signature of version ${signed.version}`}>
          <SignatureTable signature={signed.signature} />
        </EntityInfoCard>
      )}
    </Flex>
  );
};
