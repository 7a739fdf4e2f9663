import { PointMark } from './PointMark';
import { lineStyle } from './lineStyles';
import styles from './charts.module.css';

/** Properties of {@link LineSample}. @public */
export interface LineSampleProps {
  /** Place in the list of line styles. */
  slot: number;
}

/** A piece of a line as it looks in charts, for legends and tables. @public */
export const LineSample = ({ slot }: LineSampleProps) => {
  const { colour, dash, shape } = lineStyle(slot);
  return (
    <svg
      className={`${styles.palette} ${styles.sample}`}
      width={28}
      height={12}
      aria-hidden
    >
      <line
        x1={0}
        x2={28}
        y1={6}
        y2={6}
        stroke={colour}
        strokeWidth={2}
        strokeDasharray={dash}
      />
      <PointMark shape={shape} x={14} y={6} size={3} colour={colour} />
    </svg>
  );
};
