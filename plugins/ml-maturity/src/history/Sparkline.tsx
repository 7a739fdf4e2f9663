import { TrendPoint } from './trend';
import styles from './history.module.css';

const WIDTH = 120;
const HEIGHT = 32;
const PAD = 3;
const DAY = 86_400_000;

interface Props {
  trend: readonly TrendPoint[];
  /** What it shows, in a sentence. */
  label: string;
}

/** A score over time, small: steps, since a score holds until it changes. */
export const Sparkline = ({ trend, label }: Props) => {
  if (trend.length < 2) return null;
  const times = trend.map(({ day }) => Date.parse(day) / DAY);
  const [first, last] = [times[0], times[times.length - 1]];
  const scores = trend.map(({ score }) => score);
  const low = Math.min(...scores);
  const span = Math.max(Math.max(...scores) - low, 0.05);
  const x = (time: number) =>
    PAD + ((time - first) / (last - first || 1)) * (WIDTH - 2 * PAD);
  const y = (score: number) =>
    HEIGHT - PAD - ((score - low) / span) * (HEIGHT - 2 * PAD);
  const line = trend
    .map(({ score }, i) =>
      i === 0
        ? `M ${x(times[i]).toFixed(1)} ${y(score).toFixed(1)}`
        : `H ${x(times[i]).toFixed(1)} V ${y(score).toFixed(1)}`,
    )
    .join(' ');
  return (
    <svg
      className={styles.sparkline}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <path d={line} />
      <circle cx={x(last)} cy={y(scores[scores.length - 1])} r="2.5" />
    </svg>
  );
};
