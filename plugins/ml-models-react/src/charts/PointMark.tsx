import type { PointShape } from './lineStyles';

interface Props {
  shape: PointShape;
  x: number;
  y: number;
  /** Half of its width. */
  size: number;
  colour: string;
}

/** A point of a line in the shape of that line. */
export const PointMark = ({ shape, x, y, size, colour }: Props) => {
  const d = size;
  switch (shape) {
    case 'square':
      return (
        <rect x={x - d} y={y - d} width={2 * d} height={2 * d} fill={colour} />
      );
    case 'triangle':
      return (
        <path
          d={`M${x},${y - d * 1.2}l${d * 1.2},${d * 2.1}h${-d * 2.4}z`}
          fill={colour}
        />
      );
    case 'diamond':
      return (
        <path
          d={`M${x},${y - d * 1.4}l${d * 1.4},${d * 1.4}l${-d * 1.4},${
            d * 1.4
          }l${-d * 1.4},${-d * 1.4}z`}
          fill={colour}
        />
      );
    case 'cross':
      return (
        <path
          d={`M${x - d},${y - d}l${2 * d},${2 * d}m0,${-2 * d}l${-2 * d},${
            2 * d
          }`}
          stroke={colour}
          strokeWidth={2}
          fill="none"
        />
      );
    case 'ring':
      return (
        <circle
          cx={x}
          cy={y}
          r={d}
          fill="var(--bui-bg-neutral-1)"
          stroke={colour}
          strokeWidth={2}
        />
      );
    default:
      return <circle cx={x} cy={y} r={d} fill={colour} />;
  }
};
