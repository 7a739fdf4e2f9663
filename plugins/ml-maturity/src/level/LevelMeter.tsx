import styles from './level.module.css';

interface Props {
  level: number;
  highest: number;
  size?: 'large';
}

/** The level as a number above as many bars as there are levels; words stand beside it. */
export const LevelMeter = ({ level, highest, size }: Props) => (
  <span className={styles.meter} data-size={size} aria-hidden>
    <span className={styles.digit}>{level}</span>
    <span className={styles.bars}>
      {Array.from({ length: Math.max(highest, 1) }, (_, i) => (
        <span key={i} className={styles.bar} data-reached={i < level} />
      ))}
    </span>
  </span>
);
