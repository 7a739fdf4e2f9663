import { BarPattern, barFill } from './BarPattern';
import styles from '../charts.module.css';

/** A piece of a bar as it looks in the chart. */
export const BarSample = (props: { slot: number; patternId: string }) => {
  const id = `${props.patternId}-${props.slot}`;
  return (
    <svg width={16} height={12} className={styles.swatch} aria-hidden>
      <defs>
        <BarPattern id={id} />
      </defs>
      <rect
        width={16}
        height={12}
        fill={barFill(props.slot, id)}
        stroke={`var(--chart-${props.slot + 1})`}
      />
    </svg>
  );
};
