import { ReactNode } from 'react';
import stateStyles from '../status/state.module.css';
import { CheckState } from '../status/looks';
import styles from './wheel.module.css';

const TILE = 8;

const SHAPES: Partial<Record<CheckState, ReactNode>> = {
  fail: <path d="M -2 2 L 2 -2 M 0 8 L 8 0 M 6 10 L 10 6" />,
  error: <path d="M 0 0 L 8 8 M 8 0 L 0 8" />,
  unknown: <circle cx="2" cy="2" r="0.9" />,
  waived: <path d="M 0 4 L 8 4" />,
};

/** Patterns by state, so that segments differ in print and without colour. */
export const WheelPatterns = ({ prefix }: { prefix: string }) => (
  <defs>
    {Object.entries(SHAPES).map(([state, shape]) => (
      <pattern
        key={state}
        id={`${prefix}-${state}`}
        width={TILE}
        height={TILE}
        patternUnits="userSpaceOnUse"
        className={`${stateStyles.state} ${styles.tile}`}
        data-state={state}
      >
        {shape}
      </pattern>
    ))}
    {(['pass', 'draft', 'not-applicable'] as const).map(state => (
      <pattern key={state} id={`${prefix}-${state}`} width={1} height={1} />
    ))}
  </defs>
);
