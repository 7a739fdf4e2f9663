import styles from './diagram.module.css';

interface Props {
  x: number;
  y: number;
  label: string;
}

const LENGTH = 72;

/** Requests that nobody answers: the line breaks off. */
export const NoAnswer = ({ x, y, label }: Props) => {
  const end = x + LENGTH;
  return (
    <g className={styles.noAnswer}>
      <path d={`M${x},${y}H${end - 10}`} strokeDasharray="5 4" />
      <path d={`M${end - 6},${y - 6}l12,12m0,-12l-12,12`} />
      <text x={x + LENGTH / 2} y={y + 25} textAnchor="middle">
        {label}
      </text>
    </g>
  );
};
