import type { MlModelVersion } from '@airworthy/plugin-ml-models-common';
import { Alert, Button, Flex, Select, Text } from '@backstage/ui';
import { RiArrowLeftRightLine } from '@remixicon/react';
import { ComparisonTable } from './ComparisonTable';
import { HyperparameterTable } from './HyperparameterTable';
import { useComparedVersions } from './useComparedVersions';
import styles from './versions.module.css';

interface CompareVersionsProps {
  /** Newest first. */
  versions: MlModelVersion[];
}

/** Any two versions beside each other. */
export const CompareVersions = ({ versions }: CompareVersionsProps) => {
  const { before, after, unknown, choose, swap } =
    useComparedVersions(versions);
  if (versions.length < 2) {
    return (
      <Text as="p" color="secondary">
        One version is listed; it takes two to compare.
      </Text>
    );
  }
  const options = versions.map(({ version, aliases }) => ({
    value: version,
    label: aliases?.length ? `${version} (${aliases.join(', ')})` : version,
  }));
  return (
    <Flex direction="column" gap="4">
      <div className={styles.choice}>
        <Select
          label="From version"
          options={options}
          value={before?.version ?? null}
          onChange={key => choose('before', String(key))}
        />
        <Select
          label="To version"
          options={options}
          value={after?.version ?? null}
          onChange={key => choose('after', String(key))}
        />
        <Button
          variant="secondary"
          iconStart={<RiArrowLeftRightLine aria-hidden />}
          onPress={swap}
        >
          Swap
        </Button>
      </div>
      {unknown.length > 0 && (
        <Alert
          status="warning"
          icon
          title={`Not listed by this model: ${unknown.join(', ')}`}
          description="The entity lists at most 20 versions; older ones are in the registry. Choose another version."
        />
      )}
      {before && after && (
        <>
          <ComparisonTable before={before} after={after} />
          <HyperparameterTable before={before} after={after} />
        </>
      )}
    </Flex>
  );
};
