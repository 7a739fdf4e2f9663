import {
  ChangeMarker,
  StatusChange,
  TimeWindow,
} from '@airworthy/plugin-ml-monitoring-common';
import { MlDeploymentStrategy } from '@airworthy/plugin-ml-models-common';

/** What happened to a deployment in a window, oldest first. */
export function markersOf(options: {
  window: TimeWindow;
  /** As the sources saw versions begin. */
  versions: readonly ChangeMarker[];
  strategy?: MlDeploymentStrategy;
  /** Changes of the status of the deployment as a whole. */
  statusChanges: readonly StatusChange[];
}): ChangeMarker[] {
  const { window, versions, strategy, statusChanges } = options;
  const markers: ChangeMarker[] = [...versions];
  if (strategy?.startedAt) {
    markers.push({
      at: new Date(strategy.startedAt).toISOString(),
      kind: 'rollout',
      title: `Rollout began: ${strategy.type}`,
    });
  }
  for (const { at, from, to } of statusChanges) {
    markers.push({ at, kind: 'status', title: `Status: ${from} to ${to}` });
  }
  const start = Date.parse(window.from);
  const end = Date.parse(window.to);
  return markers
    .filter(({ at }) => Date.parse(at) >= start && Date.parse(at) < end)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
