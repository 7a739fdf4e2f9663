import styles from './summary.module.css';

/** A share as a bar; the figure stands beside it. */
export const ShareBar = ({ share }: { share: number }) => (
  <span className={styles.bar} aria-hidden>
    <span
      className={styles.filled}
      style={{ width: `${Math.min(Math.max(share, 0), 1) * 100}%` }}
    />
  </span>
);
