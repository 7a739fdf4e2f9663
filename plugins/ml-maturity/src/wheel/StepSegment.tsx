import { KeyboardEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlMaturityTranslationRef } from '../translation';
import { STATE_ICONS } from '../status/looks';
import stateStyles from '../status/state.module.css';
import { pointAt, ringSegment } from './geometry';
import { CENTRE, GAP, RADII } from './measures';
import { WheelStep } from './wheelPhases';
import styles from './wheel.module.css';

const ICON = 22;
const LIFT = 5;

interface Props {
  index: number;
  step: WheelStep;
  start: number;
  end: number;
  prefix: string;
  isFocusable: boolean;
  isShown: boolean;
  tooltipId?: string;
  onShow: () => void;
  onFocus: () => void;
  onBlur: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onOpen: () => void;
}

/** A step of the journey: colour, pattern and icon tell its state. */
export const StepSegment = (props: Props) => {
  const { index, step, start, end, prefix, isShown } = props;
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const middle = (start + end) / 2;
  const { stepInner, stepOuter } = RADII;
  const icon = pointAt(CENTRE, (stepInner + stepOuter) / 2, middle);
  const lift = pointAt(0, isShown ? LIFT : 0, middle);
  const path = ringSegment(CENTRE, stepInner, stepOuter, start, end, GAP.step);
  const Icon = STATE_ICONS[step.state];
  return (
    <g
      className={`${stateStyles.state} ${styles.step}`}
      data-state={step.state}
      data-step={index}
      role="link"
      tabIndex={props.isFocusable ? 0 : -1}
      aria-label={t('wheel.step', {
        title: step.title,
        state: t(`state.${step.state}`),
      })}
      aria-describedby={props.tooltipId}
      transform={`translate(${lift.x.toFixed(2)} ${lift.y.toFixed(2)})`}
      onPointerEnter={props.onShow}
      onFocus={props.onFocus}
      onBlur={props.onBlur}
      onClick={props.onOpen}
      onKeyDown={event => {
        if (event.key !== 'Enter') {
          props.onKeyDown(event);
          return;
        }
        // What opens takes the focus, and must not be pressed by the same key.
        event.preventDefault();
        props.onOpen();
      }}
    >
      <path d={path} className={styles.fill} />
      <path
        d={path}
        className={styles.pattern}
        fill={`url(#${prefix}-${step.state})`}
      />
      <circle
        cx={icon.x}
        cy={icon.y}
        r={ICON / 2 + 3}
        className={styles.disc}
      />
      <g
        transform={`translate(${icon.x - ICON / 2} ${icon.y - ICON / 2})`}
        className={styles.icon}
        aria-hidden
      >
        <Icon size={ICON} />
      </g>
    </g>
  );
};
