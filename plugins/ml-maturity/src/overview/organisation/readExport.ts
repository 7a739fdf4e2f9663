import {
  MlMaturityApi,
  PortfolioFilter,
  ScorecardListItem,
} from '@airworthy/plugin-ml-maturity-common';
import { OverviewState } from '../state/overviewState';

/** What can be exported. */
export type ExportList = 'rollup' | 'scorecards' | 'gaps' | 'expiring';

/** Formats of a file. */
export type ExportFormat = 'csv' | 'json';

const PAGE = 500;

async function readScorecards(
  api: MlMaturityApi,
  filter: PortfolioFilter,
  { sort, order }: OverviewState,
) {
  const items: ScorecardListItem[] = [];
  let cursor: string | undefined;
  let rubricId: string;
  do {
    const page = await api.listScorecards({
      ...filter,
      sort,
      order,
      limit: PAGE,
      cursor,
    });
    items.push(...page.items);
    rubricId = page.rubricId;
    cursor = page.nextCursor;
  } while (cursor);
  return { rubricId, items };
}

/** The text of a file with what the page is about. */
export async function readExport(
  api: MlMaturityApi,
  options: {
    list: ExportList;
    format: ExportFormat;
    filter: PortfolioFilter;
    state: OverviewState;
  },
): Promise<string> {
  const { list, format, filter, state } = options;
  const { by, measure, sort, order } = state;
  if (format === 'csv') {
    switch (list) {
      case 'rollup':
        return api.exportCsv({ list: 'rollups', ...filter, by, measure });
      case 'scorecards':
        return api.exportCsv({ list, ...filter, sort, order });
      default:
        return api.exportCsv({ list, ...filter });
    }
  }
  const read = {
    rollup: () => api.getRollup({ ...filter, by, measure }),
    scorecards: () => readScorecards(api, filter, state),
    gaps: () => api.getGaps(filter),
    expiring: () => api.getExpiring({ ...filter, limit: 1_000 }),
  };
  return `${JSON.stringify(await read[list](), null, 2)}\n`;
}
