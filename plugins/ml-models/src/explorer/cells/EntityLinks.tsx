import { EntityLink } from './EntityLink';
import { Missing } from './Missing';
import styles from './cells.module.css';

interface Props {
  entityRefs: string[];
  defaultKind: string;
}

/** Links to a few entities, one below the other. */
export const EntityLinks = ({ entityRefs, defaultKind }: Props) =>
  entityRefs.length ? (
    <div className={styles.stack}>
      {entityRefs.map(ref => (
        <EntityLink key={ref} entityRef={ref} defaultKind={defaultKind} />
      ))}
    </div>
  ) : (
    <Missing />
  );
