import { useRef } from 'react';
import { FleetPage, FleetQuery } from '@airworthy/plugin-ml-monitoring-common';
import {
  Loaded,
  useLoad,
  useVisibleInterval,
} from '@airworthy/plugin-ml-models-react';
import { useApi } from '@backstage/frontend-plugin-api';
import { mlMonitoringApiRef } from '../api/mlMonitoringApiRef';

const REFRESH_MS = 60_000;

/** A page of the fleet, read again every minute while the page is seen. */
export function useFleet(query: FleetQuery): Loaded<FleetPage> & {
  /** The page before, until the next one is there. */
  shown?: FleetPage;
} {
  const api = useApi(mlMonitoringApiRef);
  const loaded = useLoad(JSON.stringify(query), signal =>
    api.getFleet(query, { signal }),
  );
  useVisibleInterval(loaded.reload, REFRESH_MS);
  const shown = useRef<FleetPage>();
  if (loaded.value) shown.current = loaded.value;
  return { ...loaded, shown: shown.current };
}
