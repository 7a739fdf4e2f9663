import { ReactNode } from 'react';
import { CellText, ColumnConfig, Table } from '@backstage/ui';
import {
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatNumber } from '../format/numbers';
import { Figure } from './Figure';
import { LINE_STYLES } from './lineStyles';
import styles from './charts.module.css';

/** A line of a chart. @public */
export interface ChartSeries {
  key: string;
  label: string;
}

/** One place on the horizontal axis with its figures. @public */
export interface ChartPoint {
  /** Unique among the points. */
  x: string;
  /** By key of the series; a figure that is not known is left out. */
  values: Readonly<Record<string, number | undefined>>;
}

/** Properties of {@link LineFigure}. @public */
export interface LineFigureProps {
  title: ReactNode;
  description: string;
  /** What the horizontal axis is. */
  xTitle: string;
  /** What the vertical axis is, with its unit. */
  yTitle: string;
  series: readonly ChartSeries[];
  points: readonly ChartPoint[];
  formatValue?: (value: number) => string;
  height?: number;
  actions?: ReactNode;
}

const MAX_LABEL = 24;

function shorten(text: string): string {
  const letters = [...text];
  return letters.length > MAX_LABEL
    ? `${letters.slice(0, MAX_LABEL - 1).join('')}…`
    : text;
}

const Lines = (props: LineFigureProps) => {
  const { series, points, xTitle, yTitle, height = 260 } = props;
  const { formatValue = formatNumber } = props;
  return (
    <div className={styles.chart} style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <LineChart
          data={[...points]}
          margin={{ top: 8, right: 24, bottom: 20, left: 12 }}
        >
          <CartesianGrid stroke="var(--chart-grid)" vertical={false} />
          <XAxis
            dataKey="x"
            stroke="var(--chart-axis)"
            tick={{ fontSize: 12 }}
            tickFormatter={shorten}
            padding={{ left: 24, right: 24 }}
            label={{
              value: xTitle,
              position: 'insideBottom',
              offset: -12,
              fill: 'var(--bui-fg-secondary)',
            }}
          />
          <YAxis
            stroke="var(--chart-axis)"
            tick={{ fontSize: 12 }}
            width={80}
            domain={['auto', 'auto']}
            tickFormatter={formatValue}
            label={{
              value: shorten(yTitle),
              angle: -90,
              position: 'insideLeft',
              fill: 'var(--bui-fg-secondary)',
              style: { textAnchor: 'middle' },
            }}
          />
          <Tooltip
            formatter={value => formatValue(Number(value))}
            labelFormatter={label => `${xTitle}: ${label}`}
            contentStyle={{
              background: 'var(--bui-bg-neutral-1)',
              border: '1px solid var(--bui-border-2)',
              borderRadius: 'var(--bui-radius-2)',
              color: 'var(--bui-fg-primary)',
            }}
            itemStyle={{ color: 'var(--bui-fg-primary)' }}
          />
          {series.length > 1 && (
            <Legend verticalAlign="top" height={28} iconType="plainline" />
          )}
          {series.map(({ key, label }, i) => {
            const { colour, dash, marker } =
              LINE_STYLES[i % LINE_STYLES.length];
            return (
              <Line
                key={key}
                name={label}
                dataKey={(point: ChartPoint) => point.values[key]}
                stroke={colour}
                strokeWidth={2}
                strokeDasharray={dash}
                dot={{ r: marker, strokeWidth: 2, fill: colour }}
                activeDot={{ r: marker + 2 }}
                isAnimationActive={false}
              />
            );
          })}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
};

type Row = ChartPoint & { id: string };

const PointTable = (props: LineFigureProps) => {
  const { series, points, xTitle, formatValue = formatNumber } = props;
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'x',
      label: xTitle,
      isRowHeader: true,
      cell: row => <CellText title={row.x} />,
    },
    ...series.map(({ key, label }) => ({
      id: key,
      label,
      cell: (row: Row) => {
        const value = row.values[key];
        return (
          <CellText
            title={value === undefined ? 'unknown' : formatValue(value)}
            color={value === undefined ? 'secondary' : undefined}
          />
        );
      },
    })),
  ];
  return (
    <Table
      columnConfig={columns}
      data={points.map(point => ({ ...point, id: point.x }))}
      pagination={{ type: 'none' }}
    />
  );
};

/**
 * Figures as lines, with titled axes, a tooltip and a table form. Lines differ
 * in colour, dash and marker. What is not known is a gap.
 *
 * @public
 */
export const LineFigure = (props: LineFigureProps) => {
  const { title, description, actions } = props;
  return (
    <Figure
      title={title}
      description={description}
      actions={actions}
      chart={<Lines {...props} />}
      table={<PointTable {...props} />}
    />
  );
};
