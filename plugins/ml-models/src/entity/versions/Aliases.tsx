import { Badge } from '@backstage/ui';
import styles from './versions.module.css';

/** The names that point to a version. */
export const Aliases = ({ aliases = [] }: { aliases?: string[] }) =>
  aliases.length === 0 ? null : (
    <span className={styles.aliases}>
      {aliases.map(alias => (
        <Badge key={alias}>{alias}</Badge>
      ))}
    </span>
  );
