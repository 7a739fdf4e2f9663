import type { MlBaseline } from '@airworthy/plugin-ml-models-common';
import type { TimeWindow } from '@airworthy/plugin-ml-monitoring-common';

/** The time that a window is compared with: a fixed period, or as long a time just before it. */
export function baselineWindow(
  baseline: MlBaseline,
  window: TimeWindow,
): TimeWindow {
  const { from, to } = baseline;
  if (from !== undefined && to !== undefined) {
    return {
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
    };
  }
  const end = Date.parse(window.from);
  const length = Date.parse(window.to) - end;
  return {
    from: new Date(end - length).toISOString(),
    to: new Date(end).toISOString(),
  };
}
