import type { MlModelVersion } from '@airworthy/plugin-ml-models-common';
import { ExternalLink, safeHref } from '@airworthy/plugin-ml-models-react';
import { Text } from '@backstage/ui';
import styles from './versions.module.css';

/** Where a version can be followed to: registry, training run, artefact. */
export const VersionLinks = ({ version }: { version: MlModelVersion }) => {
  const { registry, run, source } = version;
  return (
    <span className={styles.links}>
      {registry && (
        <ExternalLink
          href={registry}
          aria-label={`Version ${version.version} in its registry`}
        >
          Registry
        </ExternalLink>
      )}
      {run?.url && (
        <ExternalLink
          href={run.url}
          aria-label={`Training run of version ${version.version}`}
        >
          Run
        </ExternalLink>
      )}
      {source &&
        (safeHref(source) ? (
          <ExternalLink
            href={source}
            aria-label={`Artefact of version ${version.version}`}
          >
            Source
          </ExternalLink>
        ) : (
          <Text
            variant="body-small"
            color="secondary"
            className={styles.source}
          >
            {source}
          </Text>
        ))}
      {run?.commit && (
        <Text variant="body-small" color="secondary">
          commit <code>{run.commit.slice(0, 10)}</code>
        </Text>
      )}
      {!registry && !run?.url && !source && !run?.commit && (
        <Text variant="body-small" color="secondary">
          none
        </Text>
      )}
    </span>
  );
};
