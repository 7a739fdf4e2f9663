import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CellText, ColumnConfig, Table } from '@backstage/ui';
import { toCsv } from '../../csv/toCsv';
import { formatNumber } from '../../format/numbers';
import { mlModelsReactTranslationRef } from '../../translation';
import { Figure } from '../Figure';
import { ScatterPlot } from './ScatterPlot';
import timeStyles from '../time/time.module.css';

/** A point with the interval of its vertical figure. @public */
export interface ScatterPoint {
  x: number;
  y: number;
  lower?: number | null;
  upper?: number | null;
  rows?: number;
}

/** Properties of {@link ScatterFigure}. @public */
export interface ScatterFigureProps {
  title: ReactNode;
  description: string;
  xTitle: string;
  yTitle: string;
  points: readonly ScatterPoint[];
  /** What the diagonal from 0 to 1 means. */
  diagonalLabel: string;
  formatX?: (value: number) => string;
  formatY?: (value: number) => string;
  fileName: string;
  height?: number;
}

type Row = ScatterPoint & { id: string };

const PointTable = (props: ScatterFigureProps) => {
  const { formatX = formatNumber, formatY = formatNumber } = props;
  const { t } = useTranslationRef(mlModelsReactTranslationRef);
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'x',
      label: props.xTitle,
      isRowHeader: true,
      cell: row => <CellText title={formatX(row.x)} />,
    },
    {
      id: 'y',
      label: props.yTitle,
      cell: row => (
        <CellText
          title={formatY(row.y)}
          description={
            typeof row.lower === 'number' && typeof row.upper === 'number'
              ? t('chart.interval', {
                  lower: formatY(row.lower),
                  upper: formatY(row.upper),
                })
              : undefined
          }
        />
      ),
    },
    {
      id: 'rows',
      label: t('chart.rowCount'),
      cell: row => <CellText title={row.rows?.toLocaleString('en-GB') ?? ''} />,
    },
  ];
  return (
    <Table
      columnConfig={columns}
      data={props.points.map((point, i) => ({ ...point, id: String(i) }))}
      pagination={{ type: 'none' }}
    />
  );
};

/**
 * Shares held against the diagonal of a unit square, such as a calibration
 * curve, with intervals, a table form and a CSV file.
 *
 * @public
 */
export const ScatterFigure = (props: ScatterFigureProps) => (
  <Figure
    title={props.title}
    description={props.description}
    isInteractive
    isCompact
    csv={{
      fileName: props.fileName,
      text: () =>
        toCsv<ScatterPoint>(
          [
            { head: props.xTitle, value: point => point.x },
            { head: props.yTitle, value: point => point.y },
            { head: 'lower', value: point => point.lower ?? undefined },
            { head: 'upper', value: point => point.upper ?? undefined },
            { head: 'rows', value: point => point.rows },
          ],
          props.points,
        ),
    }}
    chart={
      <>
        <ul className={timeStyles.legend}>
          <li className={timeStyles.legendItem}>
            <svg width={28} height={12} aria-hidden>
              <line
                x1={0}
                x2={28}
                y1={6}
                y2={6}
                stroke="var(--chart-axis)"
                strokeDasharray="6 4"
              />
            </svg>
            {props.diagonalLabel}
          </li>
        </ul>
        <ScatterPlot {...props} />
      </>
    }
    table={<PointTable {...props} />}
  />
);
