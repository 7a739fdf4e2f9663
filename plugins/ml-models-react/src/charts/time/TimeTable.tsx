import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CellText, ColumnConfig, Table, useTable } from '@backstage/ui';
import { mlModelsReactTranslationRef } from '../../translation';
import { formatDateTime } from '../../format/dates';
import { formatLocalTime, localZone } from '../../format/moments';
import { TimeRow, known, timeRows } from './timeRows';
import type { TimeMarker, TimeSeries } from './types';

interface Props {
  series: readonly TimeSeries[];
  markers: readonly TimeMarker[];
  from: number;
  format: (value: number) => string;
}

type Row = TimeRow & { id: string; events: string };

/** What happened from a row's moment to the next one's. */
function withEvents(
  rows: readonly TimeRow[],
  markers: readonly TimeMarker[],
): Row[] {
  return rows.map((row, i) => {
    const end = rows[i + 1]?.time ?? Infinity;
    const start = i === 0 ? -Infinity : row.time;
    return {
      ...row,
      id: String(row.time),
      events: markers
        .filter(({ at }) => Date.parse(at) >= start && Date.parse(at) < end)
        .map(({ at, title }) => `${formatLocalTime(at)}: ${title}`)
        .join('; '),
    };
  });
}

/** The figures of a chart over time as a table, newest first. */
export const TimeTable = ({ series, markers, from, format }: Props) => {
  const { t } = useTranslationRef(mlModelsReactTranslationRef);
  const rows = useMemo(
    () => withEvents(timeRows(series), markers).reverse(),
    [series, markers],
  );
  const columns = useMemo<ColumnConfig<Row>[]>(
    () => [
      {
        id: 'time',
        label: t('chart.time', { zone: localZone(from) }),
        isRowHeader: true,
        cell: row => (
          <CellText
            title={formatLocalTime(row.time)}
            description={formatDateTime(new Date(row.time).toISOString())}
          />
        ),
      },
      ...series.map(({ key, label }) => ({
        id: key,
        label,
        cell: (row: Row) => {
          const point = row.points[key];
          const value = known(point?.value);
          const lower = known(point?.lower);
          const upper = known(point?.upper);
          return (
            <CellText
              title={value === undefined ? t('chart.unknown') : format(value)}
              color={value === undefined ? 'secondary' : undefined}
              description={
                lower !== undefined && upper !== undefined
                  ? t('chart.interval', {
                      lower: format(lower),
                      upper: format(upper),
                    })
                  : undefined
              }
            />
          );
        },
      })),
      ...(markers.length > 0
        ? [
            {
              id: 'events',
              label: t('chart.events'),
              cell: (row: Row) => <CellText title={row.events} />,
            },
          ]
        : []),
    ],
    [series, markers, from, format, t],
  );
  const { tableProps } = useTable({
    mode: 'complete',
    data: rows,
    paginationOptions: { pageSize: 10, pageSizeOptions: [10, 25, 50, 100] },
  });
  return <Table columnConfig={columns} {...tableProps} />;
};
