import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { mlModelsReactTranslationRef } from '../../translation';
import { localZone } from '../../format/moments';
import { PointMark } from '../PointMark';
import { lineStyle } from '../lineStyles';
import { MarkerMark } from './MarkerMark';
import { TimeTooltip } from './TimeTooltip';
import { formatTick, timeTicks } from './timeAxis';
import { TimeRow, isAlone, known, timeRows } from './timeRows';
import { LIMIT_LINES } from './limitLines';
import type { TimeMarker, TimeSeries } from './types';
import type { ValueDomain } from './valueDomain';
import styles from './time.module.css';

interface Props {
  series: readonly TimeSeries[];
  domain: ValueDomain;
  markers: readonly TimeMarker[];
  /** Milliseconds. */
  from: number;
  to: number;
  yTitle: string;
  label: string;
  format: (value: number) => string;
  formatTick: (value: number) => string;
  height: number;
  isSmall: boolean;
}

/** More points than these are drawn as a line alone. */
const MOST_DOTS = 32;

/** How near to a point, as a share of the span, a marker is told with it. */
const NEAR = 0.02;

/** A label that a tick's text does not run into. */
function axisTitle(value: string, isVertical: boolean) {
  return {
    value,
    fill: 'var(--bui-fg-secondary)',
    style: { textAnchor: 'middle' as const },
    ...(isVertical
      ? { angle: -90, position: 'insideLeft' as const, offset: 4 }
      : { position: 'insideBottom' as const, offset: -10 }),
  };
}

/** Lines over time, with limits across and markers down. */
export const TimePlot = (props: Props) => {
  const { series, domain, markers, from, to, format, isSmall } = props;
  const { t } = useTranslationRef(mlModelsReactTranslationRef);
  const rows = useMemo(() => timeRows(series), [series]);
  const span = to - from;
  const ticks = useMemo(
    () => timeTicks(from, to, isSmall ? 4 : 8),
    [from, to, isSmall],
  );
  const near = (row: TimeRow) =>
    markers.filter(
      ({ at }) => Math.abs(Date.parse(at) - row.time) <= span * NEAR,
    );
  return (
    <div className={styles.plot} style={{ height: props.height }}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={rows}
          margin={{ top: 14, right: 16, bottom: 18, left: 4 }}
          aria-label={props.label}
        >
          <CartesianGrid stroke="var(--chart-grid)" vertical={false} />
          <XAxis
            dataKey="time"
            type="number"
            scale="time"
            domain={[from, to]}
            allowDataOverflow
            ticks={ticks}
            tickFormatter={time => formatTick(Number(time), span)}
            stroke="var(--chart-axis)"
            tick={{ fontSize: 12 }}
            minTickGap={12}
            label={axisTitle(t('chart.time', { zone: localZone(from) }), false)}
          />
          <YAxis
            stroke="var(--chart-axis)"
            tick={{ fontSize: 12 }}
            width={isSmall ? 62 : 72}
            ticks={domain.ticks}
            interval={0}
            domain={[domain.low, domain.high]}
            allowDataOverflow
            tickFormatter={value => props.formatTick(Number(value))}
            label={axisTitle(props.yTitle, true)}
          />
          {domain.shown.map(limit => (
            <ReferenceLine
              key={limit.label}
              y={limit.value}
              {...LIMIT_LINES[limit.kind]}
              strokeWidth={1.5}
            />
          ))}
          {markers.map(marker => (
            <ReferenceLine
              key={`${marker.at} ${marker.title}`}
              x={Date.parse(marker.at)}
              stroke="var(--chart-marker)"
              strokeDasharray="1 3"
              label={({ viewBox }: { viewBox: { x: number; y: number } }) => (
                <MarkerMark
                  kind={marker.kind}
                  x={viewBox.x}
                  y={viewBox.y - 6}
                  title={marker.title}
                />
              )}
            />
          ))}
          <Tooltip
            isAnimationActive={false}
            wrapperStyle={{ zIndex: 1 }}
            cursor={{ stroke: 'var(--chart-axis)' }}
            content={({ active, payload }) => {
              const row = payload?.[0]?.payload as TimeRow | undefined;
              return active && row ? (
                <TimeTooltip
                  row={row}
                  series={series}
                  markers={near(row)}
                  format={format}
                />
              ) : null;
            }}
          />
          {series.map(({ key, slot, points }, i) =>
            points.some(({ lower }) => known(lower) !== undefined) ? (
              <Area
                key={`${key} interval`}
                dataKey={(row: TimeRow) => {
                  const lower = known(row.points[key]?.lower);
                  const upper = known(row.points[key]?.upper);
                  return lower === undefined || upper === undefined
                    ? undefined
                    : [lower, upper];
                }}
                stroke="none"
                fill={lineStyle(slot ?? i).colour}
                fillOpacity={0.16}
                activeDot={false}
                isAnimationActive={false}
              />
            ) : null,
          )}
          {series.map(({ key, label, slot, points }, i) => {
            const { colour, dash, shape } = lineStyle(slot ?? i);
            const size = isSmall ? 2.5 : 3;
            const isDense = points.length > MOST_DOTS;
            const isWhole = points.every(
              ({ value }) => known(value) !== undefined,
            );
            return (
              <Line
                key={key}
                name={label}
                dataKey={(row: TimeRow) => known(row.points[key]?.value)}
                stroke={colour}
                strokeWidth={2}
                strokeDasharray={dash}
                // Lines with moments of their own have no point at the others'.
                connectNulls={isWhole}
                dot={({ cx, cy, index }) =>
                  cx === undefined ||
                  cy === undefined ||
                  known(cy) === undefined ||
                  (isDense && !isAlone(rows, key, index)) ? (
                    <g key={index} />
                  ) : (
                    <PointMark
                      key={index}
                      shape={shape}
                      x={cx}
                      y={cy}
                      size={size}
                      colour={colour}
                    />
                  )
                }
                activeDot={{ r: 5, fill: colour }}
                isAnimationActive={false}
              />
            );
          })}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
};
