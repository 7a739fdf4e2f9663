import { ReactNode, useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CellText, ColumnConfig, Table, useTable } from '@backstage/ui';
import { mlModelsReactTranslationRef } from '../../translation';
import { toCsv } from '../../csv/toCsv';
import { formatNumber } from '../../format/numbers';
import { Figure } from '../Figure';
import { BarsPlot } from './BarsPlot';
import { BarSample } from './BarSample';
import timeStyles from '../time/time.module.css';

/** One of the things whose bars stand side by side. @public */
export interface BarSeries {
  key: string;
  label: string;
}

/** A place on the horizontal axis with a bar of each series. @public */
export interface BarGroup {
  label: string;
  /** By key of the series; what is not known is left out. */
  values: Readonly<Record<string, number | undefined>>;
}

/** Properties of {@link BarsFigure}. @public */
export interface BarsFigureProps {
  title: ReactNode;
  description: string;
  xTitle: string;
  yTitle: string;
  /** At most two are told apart by their fill. */
  series: readonly BarSeries[];
  groups: readonly BarGroup[];
  formatValue?: (value: number) => string;
  fileName: string;
  height?: number;
}

type Row = BarGroup & { id: string };

const BarsTable = (props: BarsFigureProps) => {
  const { series, groups, xTitle, formatValue = formatNumber } = props;
  const { t } = useTranslationRef(mlModelsReactTranslationRef);
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'x',
      label: xTitle,
      isRowHeader: true,
      cell: row => <CellText title={row.label} />,
    },
    ...series.map(({ key, label }) => ({
      id: key,
      label,
      cell: (row: Row) => {
        const value = row.values[key];
        return (
          <CellText
            title={
              value === undefined ? t('chart.unknown') : formatValue(value)
            }
            color={value === undefined ? 'secondary' : undefined}
          />
        );
      },
    })),
  ];
  const { tableProps } = useTable({
    mode: 'complete',
    data: groups.map((group, i) => ({ ...group, id: String(i) })),
    paginationOptions: { pageSize: 25, pageSizeOptions: [25, 50, 100] },
  });
  return (
    <Table
      columnConfig={columns}
      {...tableProps}
      {...(groups.length <= 25 && { pagination: { type: 'none' as const } })}
    />
  );
};

/**
 * Bars side by side, such as a baseline and what came of it, with a table form
 * and a CSV file. The fills differ in pattern too.
 *
 * @public
 */
export const BarsFigure = (props: BarsFigureProps) => {
  const { series, groups, xTitle } = props;
  const patternId = useId();
  return (
    <Figure
      title={props.title}
      description={props.description}
      isInteractive
      isCompact
      csv={{
        fileName: props.fileName,
        text: () =>
          toCsv(
            [
              { head: xTitle, value: group => group.label },
              ...series.map(({ key, label }) => ({
                head: label,
                value: (group: BarGroup) => group.values[key],
              })),
            ],
            groups,
          ),
      }}
      chart={
        <>
          {series.length > 1 && (
            <ul className={timeStyles.legend}>
              {series.map(({ key, label }, i) => (
                <li key={key} className={timeStyles.legendItem}>
                  <BarSample slot={i} patternId={`${patternId}-legend`} />
                  {label}
                </li>
              ))}
            </ul>
          )}
          <BarsPlot {...props} patternId={patternId} />
        </>
      }
      table={<BarsTable {...props} />}
    />
  );
};
