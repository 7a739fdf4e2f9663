import { ReactNode } from 'react';
import styles from './dialog.module.css';

interface Props {
  /** What stands apart from the others, such as taking something back. */
  start?: ReactNode;
  children: ReactNode;
}

/** The buttons of a dialog, the one that does it last. */
export const DialogButtons = ({ start, children }: Props) => (
  <div className={styles.footer}>
    {start && <span className={styles.start}>{start}</span>}
    {children}
  </div>
);
