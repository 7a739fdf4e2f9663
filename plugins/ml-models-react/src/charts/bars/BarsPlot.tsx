import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlModelsReactTranslationRef } from '../../translation';
import { formatNumber } from '../../format/numbers';
import { BarPattern, barFill } from './BarPattern';
import { BarSample } from './BarSample';
import type { BarGroup, BarsFigureProps } from './BarsFigure';
import timeStyles from '../time/time.module.css';

const MAX_LABEL = 16;
/** More groups than these have slanted labels. */
const MOST_LEVEL = 8;

function shorten(text: string): string {
  const letters = [...text];
  return letters.length > MAX_LABEL
    ? `${letters.slice(0, MAX_LABEL - 1).join('')}…`
    : text;
}

/** Bars side by side. */
export const BarsPlot = (props: BarsFigureProps & { patternId: string }) => {
  const { series, groups, patternId, height = 280 } = props;
  const { formatValue = formatNumber } = props;
  const { t } = useTranslationRef(mlModelsReactTranslationRef);
  const isSlanted =
    groups.length > MOST_LEVEL || groups.some(({ label }) => label.length > 8);
  return (
    <div className={timeStyles.plot} style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={[...groups]}
          margin={{ top: 8, right: 12, bottom: isSlanted ? 64 : 20, left: 4 }}
          barGap={1}
          barCategoryGap="16%"
          aria-label={`${props.description} ${t('chart.keys')}`}
        >
          <defs>
            <BarPattern id={patternId} />
          </defs>
          <CartesianGrid stroke="var(--chart-grid)" vertical={false} />
          <XAxis
            dataKey="label"
            stroke="var(--chart-axis)"
            tick={{ fontSize: 12 }}
            tickFormatter={shorten}
            interval={groups.length > 24 ? 'preserveStartEnd' : 0}
            {...(isSlanted && { angle: -35, textAnchor: 'end' })}
            label={{
              value: props.xTitle,
              position: 'insideBottom',
              offset: isSlanted ? -56 : -12,
              fill: 'var(--bui-fg-secondary)',
            }}
          />
          <YAxis
            stroke="var(--chart-axis)"
            tick={{ fontSize: 12 }}
            width={68}
            tickFormatter={value => formatValue(Number(value))}
            label={{
              value: props.yTitle,
              angle: -90,
              position: 'insideLeft',
              offset: 4,
              fill: 'var(--bui-fg-secondary)',
              style: { textAnchor: 'middle' },
            }}
          />
          <Tooltip
            isAnimationActive={false}
            wrapperStyle={{ zIndex: 1 }}
            cursor={{ fill: 'var(--chart-grid)', fillOpacity: 0.5 }}
            content={({ active, payload }) => {
              const group = payload?.[0]?.payload as BarGroup | undefined;
              if (!active || !group) return null;
              return (
                <div className={timeStyles.tooltip} role="status">
                  <div className={timeStyles.tooltipTime}>{group.label}</div>
                  {series.map(({ key, label }, i) => (
                    <div key={key} className={timeStyles.tooltipLine}>
                      <BarSample slot={i} patternId={`${patternId}-tip`} />
                      <span className={timeStyles.tooltipLabel}>{label}</span>
                      <span className={timeStyles.tooltipValue}>
                        {group.values[key] === undefined
                          ? t('chart.unknown')
                          : formatValue(group.values[key])}
                      </span>
                    </div>
                  ))}
                </div>
              );
            }}
          />
          {series.map(({ key, label }, i) => (
            <Bar
              key={key}
              name={label}
              dataKey={(group: BarGroup) => group.values[key]}
              fill={barFill(i, patternId)}
              stroke={`var(--chart-${i + 1})`}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
};
