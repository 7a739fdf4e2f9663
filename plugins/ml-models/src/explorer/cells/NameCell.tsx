import { Text } from '@backstage/ui';
import { EntityLink } from './EntityLink';
import { StarButton } from './StarButton';
import styles from './cells.module.css';

interface Props {
  row: { id: string; name: string; title: string; description?: string };
  defaultKind: string;
}

/** What an entity is called and what it is, with its star. */
export const NameCell = ({ row, defaultKind }: Props) => (
  <div className={styles.name}>
    <StarButton entityRef={row.id} name={row.title} />
    <div className={styles.nameText}>
      <EntityLink
        entityRef={row.id}
        defaultKind={defaultKind}
        title={row.title}
      />
      {row.title !== row.name && (
        <Text
          variant="body-x-small"
          color="secondary"
          truncate
          title={row.name}
          className={styles.text}
        >
          {row.name}
        </Text>
      )}
      {row.description && (
        <Text
          variant="body-small"
          color="secondary"
          title={row.description}
          className={styles.description}
        >
          <bdi>{row.description}</bdi>
        </Text>
      )}
    </div>
  </div>
);
