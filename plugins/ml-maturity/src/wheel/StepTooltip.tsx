import { StateLabel } from '../status/StateLabel';
import { pointAt } from './geometry';
import { CENTRE, RADII, SIZE } from './measures';
import { WheelStep } from './wheelPhases';
import styles from './wheel.module.css';

interface Props {
  id: string;
  step: WheelStep;
  start: number;
  end: number;
}

/** Kept from the edges of the wheel, so that nothing is cut off on a narrow screen. */
const EDGE = 22;

/** What a segment stands for, beside it. */
export const StepTooltip = ({ id, step, start, end }: Props) => {
  const middle = (start + end) / 2;
  const upper = middle < 90 || middle > 270;
  const { x, y } = pointAt(
    CENTRE,
    upper ? RADII.stepOuter - 8 : RADII.stepOuter + 4,
    middle,
  );
  const left = Math.min(Math.max((x / SIZE) * 100, EDGE), 100 - EDGE);
  return (
    <div
      id={id}
      role="tooltip"
      className={styles.tooltip}
      data-side={upper ? 'above' : 'below'}
      style={{ left: `${left}%`, top: `${(y / SIZE) * 100}%` }}
    >
      <span className={styles.tooltipPhase}>{step.phase}</span>
      <strong className={styles.tooltipTitle}>{step.title}</strong>
      <StateLabel state={step.state} />
      <span>{step.reason}</span>
    </div>
  );
};
