import { useLoad } from '@airworthy/plugin-ml-models-react';
import { useMemo, useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  useApi,
  useAppLocation,
  useAppSearchParams,
} from '@backstage/frontend-plugin-api';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { MlDeploymentVariant } from '@airworthy/plugin-ml-models-common';
import { readMlDeployment } from '@airworthy/plugin-ml-models-common';
import { mlMonitoringApiRef } from '../api/mlMonitoringApiRef';
import {
  MonitoringPlace,
  formatPlace,
  parsePlace,
} from '../shared/monitoringPaths';
import { MuteDialog } from './mute/MuteDialog';
import { Monitoring, MonitoringContext } from './monitoringContext';
import { MonitoringTabs } from './MonitoringTabs';
import { Toolbar } from './controls/Toolbar';
import { StatusHeader } from './header/StatusHeader';
import { STATE_PARAMS, panelQuery } from './state/tabState';
import { useRefresh } from './state/useRefresh';
import { useTabState } from './state/useTabState';
import styles from './tab.module.css';

const NO_VARIANTS: MlDeploymentVariant[] = [];

/** Splits the path into the tab's own address and what is below it. */
function splitPath(pathname: string, entityHref: string): [string, string] {
  const below = pathname.startsWith(entityHref)
    ? pathname.slice(entityHref.length)
    : pathname;
  const tab = /^\/[^/]+/.exec(below)?.[0] ?? '';
  const base = pathname.slice(0, pathname.length - below.length) + tab;
  return [base, below.slice(tab.length)];
}

/** The query of another place: its own, and what period, baseline and variant are now. */
function queryOf(current: URLSearchParams, own?: URLSearchParams) {
  const query = new URLSearchParams();
  for (const name of STATE_PARAMS) {
    const value = current.get(name);
    if (value !== null && name !== 'check') query.set(name, value);
  }
  if (own?.has('window') || own?.has('from')) {
    ['window', 'from', 'to'].forEach(name => query.delete(name));
  }
  own?.forEach((value, name) => query.set(name, value));
  return query;
}

/** The health of a deployment: overview, service, data, model and rollout. */
export const MonitoringContent = () => {
  const api = useApi(mlMonitoringApiRef);
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const entityHref = useEntityRefLink()(entity);
  const { pathname } = useAppLocation();
  const [params] = useAppSearchParams();
  const [state, change] = useTabState();
  const { tick, refresh } = useRefresh(state.refresh);
  const [muted, setMuted] = useState<string>();
  const status = useLoad(
    entityRef,
    signal => api.getStatus({ entityRef }, { signal }),
    tick,
  );
  const [base, rest] = splitPath(pathname, entityHref);
  const place = parsePlace(rest);
  const variants = useMemo(
    () => readMlDeployment(entity).spec.variants ?? NO_VARIANTS,
    [entity],
  );
  const monitoring = useMemo<Monitoring>(
    () => ({
      entityRef,
      variants,
      status: status.value,
      statusError: status.error,
      reloadStatus: status.reload,
      state,
      change,
      query: { entityRef, ...panelQuery(state) },
      tick,
      hrefOf: (to: MonitoringPlace) =>
        formatPlace(base, { ...to, query: queryOf(params, to.query) }),
      onMute: setMuted,
    }),
    [
      entityRef,
      variants,
      status.value,
      status.error,
      status.reload,
      state,
      change,
      tick,
      base,
      params,
    ],
  );

  return (
    <MonitoringContext.Provider value={monitoring}>
      <div className={styles.root}>
        <StatusHeader />
        <Toolbar onRefresh={refresh} />
        <MonitoringTabs place={place} />
        {muted !== undefined && (
          <MuteDialog checkId={muted} onClose={() => setMuted(undefined)} />
        )}
      </div>
    </MonitoringContext.Provider>
  );
};
