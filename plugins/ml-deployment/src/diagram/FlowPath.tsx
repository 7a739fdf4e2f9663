import styles from './diagram.module.css';

interface Props {
  from: [number, number];
  to: [number, number];
  /** Percent; the wider the more. */
  share: number | undefined;
  lane: 'old' | 'next' | 'copy';
}

const THINNEST = 1.5;
const GROWTH = 0.09;

/** Requests on their way, as wide as their share. */
export const FlowPath = ({ from, to, share, lane }: Props) => {
  if (!share) return null;
  const [x1, y1] = from;
  const [x2, y2] = to;
  const width = THINNEST + share * GROWTH;
  const tip = x2 - 3;
  const bend = (x1 + tip) / 2;
  return (
    <>
      <path
        d={`M${x1},${y1}C${bend},${y1} ${bend},${y2} ${tip - 8},${y2}`}
        className={styles.flow}
        data-lane={lane}
        strokeWidth={lane === 'copy' ? Math.min(width, 4) : width}
      />
      <path
        d={`M${tip - 9},${y2 - 7}L${tip},${y2}L${tip - 9},${y2 + 7}z`}
        className={styles.tip}
        data-lane={lane}
      />
    </>
  );
};
