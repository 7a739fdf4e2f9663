import {
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatNumber } from '../../format/numbers';
import { mlModelsReactTranslationRef } from '../../translation';
import type { ScatterFigureProps, ScatterPoint } from './ScatterFigure';
import timeStyles from '../time/time.module.css';

const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** Points of the unit square joined by a line, beside its diagonal. */
export const ScatterPlot = (props: ScatterFigureProps) => {
  const { points, xTitle, yTitle, height = 300 } = props;
  const { formatX = formatNumber, formatY = formatNumber } = props;
  const { t } = useTranslationRef(mlModelsReactTranslationRef);
  const title = (value: string) => ({
    value,
    fill: 'var(--bui-fg-secondary)',
    style: { textAnchor: 'middle' as const },
  });
  return (
    <div className={timeStyles.plot} style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={[...points]}
          margin={{ top: 12, right: 16, bottom: 20, left: 4 }}
          aria-label={`${props.description} ${t('chart.keys')}`}
        >
          <CartesianGrid stroke="var(--chart-grid)" />
          <XAxis
            dataKey="x"
            type="number"
            domain={[0, 1]}
            ticks={TICKS}
            tickFormatter={value => formatX(Number(value))}
            stroke="var(--chart-axis)"
            tick={{ fontSize: 12 }}
            label={{ ...title(xTitle), position: 'insideBottom', offset: -12 }}
          />
          <YAxis
            type="number"
            domain={[0, 1]}
            ticks={TICKS}
            tickFormatter={value => formatY(Number(value))}
            stroke="var(--chart-axis)"
            tick={{ fontSize: 12 }}
            width={68}
            label={{
              ...title(yTitle),
              angle: -90,
              position: 'insideLeft',
              offset: 4,
            }}
          />
          <ReferenceLine
            segment={[
              { x: 0, y: 0 },
              { x: 1, y: 1 },
            ]}
            stroke="var(--chart-axis)"
            strokeDasharray="6 4"
          />
          <Tooltip
            isAnimationActive={false}
            wrapperStyle={{ zIndex: 1 }}
            content={({ active, payload }) => {
              const point = payload?.[0]?.payload as ScatterPoint | undefined;
              if (!active || !point) return null;
              return (
                <div className={timeStyles.tooltip} role="status">
                  <div className={timeStyles.tooltipLine}>
                    <span className={timeStyles.tooltipLabel}>{xTitle}</span>
                    {formatX(point.x)}
                  </div>
                  <div className={timeStyles.tooltipLine}>
                    <span className={timeStyles.tooltipLabel}>{yTitle}</span>
                    {formatY(point.y)}
                  </div>
                  {point.rows !== undefined && (
                    <span className={timeStyles.tooltipUtc}>
                      {t('chart.rows', {
                        rows: point.rows.toLocaleString('en-GB'),
                      })}
                    </span>
                  )}
                </div>
              );
            }}
          />
          <Line
            dataKey="y"
            stroke="var(--chart-1)"
            strokeWidth={2}
            dot={{ r: 4, fill: 'var(--chart-1)' }}
            isAnimationActive={false}
          >
            <ErrorBar
              dataKey={(point: ScatterPoint): [number, number] => [
                point.y - (point.lower ?? point.y),
                (point.upper ?? point.y) - point.y,
              ]}
              direction="y"
              width={6}
              stroke="var(--chart-1)"
              isAnimationActive={false}
            />
          </Line>
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
};
