import styles from './criteria.module.css';

interface Props {
  value: number;
  interval?: { lower: number; upper: number };
  limit: number;
  /** Which side of the limit is bad. */
  bad: 'above' | 'below';
  tone: 'good' | 'bad' | 'neutral';
}

const WIDTH = 240;
const HEIGHT = 22;
const EDGE = 6;
const MIDDLE = HEIGHT / 2;

/** An interval beside its limit; its figures stand in the same row as text. */
export const IntervalBar = (props: Props) => {
  const { value, interval, limit, bad, tone } = props;
  const ends = [value, limit, interval?.lower, interval?.upper].filter(
    end => end !== undefined,
  );
  const span = Math.max(...ends) - Math.min(...ends) || Math.abs(limit) || 1;
  const low = Math.min(...ends) - span * 0.1;
  const high = Math.max(...ends) + span * 0.1;
  const x = (of: number) =>
    EDGE + ((of - low) / (high - low)) * (WIDTH - 2 * EDGE);
  const from = bad === 'above' ? x(limit) : 0;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={styles.interval}
      data-tone={tone}
      aria-hidden
    >
      <rect
        x={from}
        width={bad === 'above' ? WIDTH - from : x(limit)}
        y={0}
        height={HEIGHT}
        className={styles.badSide}
      />
      <line x1={0} x2={WIDTH} y1={MIDDLE} y2={MIDDLE} className={styles.axis} />
      <line
        x1={x(limit)}
        x2={x(limit)}
        y1={0}
        y2={HEIGHT}
        className={styles.limitLine}
      />
      {interval && (
        <path
          d={`M${x(interval.lower)},${MIDDLE - 5}v10m0,-5H${x(
            interval.upper,
          )}m0,-5v10`}
          className={styles.whisker}
        />
      )}
      <rect
        x={x(value) - 4}
        y={MIDDLE - 4}
        width={8}
        height={8}
        className={styles.point}
      />
    </svg>
  );
};
