import styles from './diagram.module.css';

interface Props {
  x: number;
  y: number;
  lane: 'old' | 'next';
  title: string;
  detail: string;
  /** A version that is not running. */
  isDim: boolean;
}

const WIDTH = 128;
const HEIGHT = 50;
const LONGEST = 17;

const fit = (text: string) =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;

/** A version with what it gets. */
export const VersionBox = (props: Props) => {
  const { x, y, lane, title, detail, isDim } = props;
  return (
    <g data-lane={lane} data-dim={isDim} className={styles.version}>
      <rect x={x} y={y - HEIGHT / 2} width={WIDTH} height={HEIGHT} rx={6} />
      <text x={x + WIDTH / 2} y={y - 4} textAnchor="middle">
        {fit(title)}
      </text>
      <text
        x={x + WIDTH / 2}
        y={y + 15}
        textAnchor="middle"
        className={styles.label}
      >
        {detail}
      </text>
    </g>
  );
};
