import { useMemo } from 'react';
import {
  MetricComparison,
  MlModelVersion,
  compareMetrics,
} from '@airworthy/plugin-ml-models-common';
import {
  ExternalLink,
  VerdictText,
  formatDifference,
  formatMetricValue,
  safeHref,
} from '@airworthy/plugin-ml-models-react';
import {
  Cell,
  CellText,
  ColumnConfig,
  SearchField,
  Table,
  Text,
  useTable,
} from '@backstage/ui';
import { metricTitle } from './metricKeys';
import styles from './versions.module.css';

type Row = MetricComparison & { id: string };

const PAGE_SIZE = 20;
const DIRECTIONS = {
  'higher-is-better': 'Higher is better',
  'lower-is-better': 'Lower is better',
};

function figureColumn(
  side: 'before' | 'after',
  version: string,
): ColumnConfig<Row> {
  const source = side === 'before' ? 'beforeSource' : 'afterSource';
  return {
    id: side,
    label: `Version ${version}`,
    isSortable: true,
    minWidth: 130,
    cell: row => {
      const value = row[side];
      if (value === undefined) {
        return <CellText title="not measured" color="secondary" />;
      }
      const text = formatMetricValue({ value, unit: row.unit });
      if (!safeHref(row[source])) return <CellText title={text} />;
      return (
        <Cell>
          <ExternalLink
            href={row[source]}
            aria-label={`${text}, source of ${row.name} of version ${version}`}
          >
            {text}
          </ExternalLink>
        </Cell>
      );
    },
  };
}

function columnsFor(before: string, after: string): ColumnConfig<Row>[] {
  return [
    {
      id: 'metric',
      label: 'Metric',
      isRowHeader: true,
      isSortable: true,
      minWidth: 160,
      cell: row => (
        <Cell>
          <div className={styles.metric}>
            <Text>
              <bdi>{row.name}</bdi>
            </Text>
            {[row.slice, row.dataset].map(
              note =>
                note && (
                  <Text key={note} variant="body-x-small" color="secondary">
                    <bdi>{note}</bdi>
                  </Text>
                ),
            )}
          </div>
        </Cell>
      ),
    },
    figureColumn('before', before),
    figureColumn('after', after),
    {
      id: 'difference',
      label: 'Difference',
      minWidth: 120,
      cell: row => (
        <CellText
          title={
            row.difference === undefined
              ? 'unknown'
              : formatDifference(row.difference, row.unit)
          }
          color={row.difference === undefined ? 'secondary' : undefined}
        />
      ),
    },
    {
      id: 'verdict',
      label: 'Verdict',
      isSortable: true,
      minWidth: 140,
      cell: row => (
        <Cell>
          <div className={styles.metric}>
            <VerdictText comparison={row} />
            <Text variant="body-x-small" color="secondary">
              {row.direction
                ? DIRECTIONS[row.direction]
                : 'Which way is better is not known'}
            </Text>
          </div>
        </Cell>
      ),
    },
  ];
}

const VERDICTS: MetricComparison['verdict'][] = [
  'worse',
  'better',
  'same',
  'unknown',
];

const SORTS: Record<string, (a: Row, b: Row) => number> = {
  metric: (a, b) => metricTitle(a).localeCompare(metricTitle(b)),
  before: (a, b) => (a.before ?? -Infinity) - (b.before ?? -Infinity),
  after: (a, b) => (a.after ?? -Infinity) - (b.after ?? -Infinity),
  verdict: (a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict),
};

function sortRows(
  rows: Row[],
  sort: { column: unknown; direction: string },
): Row[] {
  const sorted = [...rows].sort(SORTS[String(sort.column)]);
  return sort.direction === 'descending' ? sorted.reverse() : sorted;
}

function searchRows(rows: Row[], search: string): Row[] {
  const wanted = search.toLocaleLowerCase('en-GB');
  return rows.filter(row =>
    metricTitle(row).toLocaleLowerCase('en-GB').includes(wanted),
  );
}

/** How many metrics got better and worse, in a sentence. */
function summarise(rows: Row[]): string {
  const count = (verdict: Row['verdict']) =>
    rows.filter(row => row.verdict === verdict).length;
  return [
    `${count('better')} better`,
    `${count('worse')} worse`,
    `${count('same')} the same`,
    `${count('unknown')} unknown`,
  ].join(', ');
}

interface ComparisonTableProps {
  before: MlModelVersion;
  after: MlModelVersion;
}

/** The metrics of two versions with the difference and what it means. */
export const ComparisonTable = ({ before, after }: ComparisonTableProps) => {
  const rows = useMemo(
    () =>
      compareMetrics(before, after).map(comparison => ({
        ...comparison,
        id: JSON.stringify([
          comparison.name,
          comparison.dataset,
          comparison.slice,
          comparison.unit,
        ]),
      })),
    [before, after],
  );
  const paged = rows.length > PAGE_SIZE;
  const { tableProps, search } = useTable({
    mode: 'complete',
    data: rows,
    sortFn: sortRows,
    searchFn: searchRows,
    paginationOptions: { type: paged ? 'page' : 'none', pageSize: PAGE_SIZE },
  });
  if (rows.length === 0) {
    return (
      <Text as="p" color="secondary">
        Neither version has metrics.
      </Text>
    );
  }
  return (
    <div className={styles.comparison}>
      <Text as="p" weight="bold" role="status">
        {summarise(rows)}
      </Text>
      {paged && (
        <SearchField
          aria-label="Find a metric"
          placeholder="Find a metric"
          value={search.value}
          onChange={search.onChange}
        />
      )}
      <div className={styles.scroll}>
        <Table
          {...tableProps}
          columnConfig={columnsFor(before.version, after.version)}
          emptyState="No metric of that name."
        />
      </div>
    </div>
  );
};
