import type { TimeMarker } from './types';

const SIZE = 5;

/** Told apart by shape: a diamond for versions, a triangle for rollouts, a flag for statuses. */
const PATHS: Record<TimeMarker['kind'], string> = {
  version: `M0,${-SIZE}L${SIZE},0L0,${SIZE}L${-SIZE},0Z`,
  rollout: `M${-SIZE},${-SIZE}L${SIZE},0L${-SIZE},${SIZE}Z`,
  status: `M${-SIZE},${-SIZE}H${SIZE}V0H${-SIZE}Z`,
  now: `M${-SIZE},${-SIZE}H${SIZE}L0,${SIZE}Z`,
};

interface Props {
  kind: TimeMarker['kind'];
  x: number;
  y: number;
  title?: string;
}

/** The sign of something that happened. */
export const MarkerMark = ({ kind, x, y, title }: Props) => (
  <path
    d={PATHS[kind]}
    transform={`translate(${x},${y})`}
    fill="var(--chart-marker)"
  >
    {title && <title>{title}</title>}
  </path>
);
