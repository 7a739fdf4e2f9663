import {
  FleetEntry,
  FleetQuery,
  MlMonitoringApi,
} from '@airworthy/plugin-ml-monitoring-common';
import { CsvColumn, toCsv } from '@airworthy/plugin-ml-models-react';

const PAGE = 500;

const COLUMNS: CsvColumn<FleetEntry>[] = [
  { head: 'deployment', value: entry => entry.entityRef },
  { head: 'title', value: entry => entry.title },
  { head: 'status', value: entry => entry.status },
  { head: 'since', value: entry => entry.since },
  { head: 'evaluated_at', value: entry => entry.evaluatedAt },
  { head: 'owner', value: entry => entry.owner },
  { head: 'environment', value: entry => entry.environment },
  { head: 'system', value: entry => entry.system },
  { head: 'lifecycle', value: entry => entry.lifecycle },
  { head: 'model', value: entry => entry.model },
  { head: 'runtime', value: entry => entry.type },
  {
    head: 'causes',
    value: ({ causes }) => causes.map(({ title }) => title).join('; '),
  },
  { head: 'reason', value: entry => entry.reason },
  { head: 'checks_critical', value: ({ checks }) => checks.critical },
  { head: 'checks_warning', value: ({ checks }) => checks.warning },
  { head: 'checks_unknown', value: ({ checks }) => checks.unknown },
  { head: 'checks_ok', value: ({ checks }) => checks.ok },
  { head: 'checks_muted', value: ({ checks }) => checks.muted },
];

/** All deployments that fit, not just those of the page, as CSV. */
export async function exportFleet(
  api: MlMonitoringApi,
  query: FleetQuery,
  signal?: AbortSignal,
): Promise<string> {
  const entries: FleetEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.getFleet(
      { ...query, limit: PAGE, cursor },
      { signal },
    );
    entries.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return toCsv(COLUMNS, entries);
}
