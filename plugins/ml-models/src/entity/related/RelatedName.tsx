import { Entity } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RiLinkUnlinkM } from '@remixicon/react';
import styles from './related.module.css';

interface RelatedNameProps {
  entityRef: string;
  entity: Entity | undefined;
}

/** A related entity's name, as a link where there is something to follow. */
export const RelatedName = ({ entityRef, entity }: RelatedNameProps) =>
  entity ? (
    <EntityRefLink entityRef={entity} hideIcon className={styles.name}>
      <bdi>{entity.metadata.title ?? entity.metadata.name}</bdi>
    </EntityRefLink>
  ) : (
    <span className={styles.missing}>
      <RiLinkUnlinkM className={styles.icon} aria-hidden />
      <span>
        <bdi>{entityRef}</bdi>{' '}
        <span className={styles.note}>
          (not in the catalog, or not visible to you)
        </span>
      </span>
    </span>
  );
