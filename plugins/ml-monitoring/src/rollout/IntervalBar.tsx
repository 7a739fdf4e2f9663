import styles from './rollout.module.css';

interface Props {
  value: number | null | undefined;
  lower?: number | null;
  upper?: number | null;
  /** The line that the interval is held against. */
  reference: number | null | undefined;
  /** What the picture covers. */
  low: number;
  high: number;
  tone?: 'good' | 'bad' | 'neutral';
}

const WIDTH = 240;
const HEIGHT = 20;
const EDGE = 6;

/** An estimate with its interval beside a line; its figures stand in the same row as text. */
export const IntervalBar = (props: Props) => {
  const { value, lower, upper, reference, low, high, tone = 'neutral' } = props;
  const span = high - low || 1;
  const x = (of: number) =>
    EDGE + Math.min(1, Math.max(0, (of - low) / span)) * (WIDTH - 2 * EDGE);
  const middle = HEIGHT / 2;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={styles.interval}
      data-tone={tone}
      aria-hidden
    >
      <line
        x1={EDGE}
        x2={WIDTH - EDGE}
        y1={middle}
        y2={middle}
        className={styles.axis}
      />
      {typeof reference === 'number' && (
        <line
          x1={x(reference)}
          x2={x(reference)}
          y1={0}
          y2={HEIGHT}
          className={styles.reference}
        />
      )}
      {typeof lower === 'number' && typeof upper === 'number' && (
        <path
          d={`M${x(lower)},${middle - 5}v10m0,-5H${x(upper)}m0,-5v10`}
          className={styles.whisker}
        />
      )}
      {typeof value === 'number' && (
        <rect
          x={x(value) - 4}
          y={middle - 4}
          width={8}
          height={8}
          className={styles.point}
        />
      )}
    </svg>
  );
};
