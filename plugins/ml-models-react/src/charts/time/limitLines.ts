import type { TimeLimit } from './types';

/** How limits are drawn: told apart by their dash too. */
export const LIMIT_LINES: Record<
  TimeLimit['kind'],
  { stroke: string; strokeDasharray: string }
> = {
  warning: { stroke: 'var(--chart-warning)', strokeDasharray: '8 4' },
  critical: { stroke: 'var(--chart-critical)', strokeDasharray: '3 3' },
  objective: { stroke: 'var(--chart-marker)', strokeDasharray: '12 3 2 3' },
};
