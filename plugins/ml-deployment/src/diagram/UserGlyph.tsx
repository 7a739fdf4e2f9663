import styles from './diagram.module.css';

interface Props {
  x: number;
  y: number;
  label: string;
  /** Draws the second of two groups. */
  isSecond?: boolean;
}

/** Users, with what they are called below. */
export const UserGlyph = ({ x, y, label, isSecond }: Props) => (
  <g className={styles.users} data-second={isSecond}>
    <circle cx={x} cy={y - 14} r={7} />
    <path d={`M${x - 13},${y + 9}a13,13 0 0 1 26,0z`} />
    <text x={x} y={y + 25} textAnchor="middle" className={styles.label}>
      {label}
    </text>
  </g>
);
