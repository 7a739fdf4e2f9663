import { ReactNode } from 'react';
import { Figure } from '@airworthy/plugin-ml-models-react';
import {
  Area,
  AreaChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatShare } from '../../../format/percent';
import { Tone } from '../../tones';
import toneStyles from '../../tones.module.css';
import panelStyles from '../../panel/panel.module.css';
import styles from './trend.module.css';

/** A layer of the stack. */
export interface Layer {
  key: string;
  label: string;
  tone: Tone;
}

interface Point {
  x: string;
  /** Share of 0 to 1 by layer. */
  shares: Readonly<Record<string, number>>;
  /** How many there were in all. */
  total: number;
}

interface Props {
  title: string;
  description: string;
  xTitle: string;
  totalTitle: string;
  /** From the bottom to the top. */
  layers: readonly Layer[];
  points: readonly Point[];
  actions?: ReactNode;
}

const TICK = { fontSize: 12, fill: 'var(--bui-fg-secondary)' };
const percent = (value: number) => formatShare(value);

/** Shares that add up to everything, stacked over time, with a table form. */
export const StackedFigure = (props: Props) => {
  const { title, description, xTitle, totalTitle, layers, points } = props;
  const chart = (
    <div>
      <ul className={styles.legend}>
        {layers.map(({ key, label, tone }) => (
          <li key={key} className={styles.entry}>
            <span
              className={`${toneStyles.tone} ${styles.swatch}`}
              data-tone={tone}
            >
              {key}
            </span>
            {label}
          </li>
        ))}
      </ul>
      <div className={styles.chart}>
        <ResponsiveContainer width="100%" height="100%">
          <AreaChart
            data={[...points]}
            margin={{ top: 8, right: 16, bottom: 4, left: 0 }}
          >
            <CartesianGrid stroke="var(--bui-border-1)" vertical={false} />
            <XAxis
              dataKey="x"
              stroke="var(--bui-fg-secondary)"
              tick={TICK}
              minTickGap={32}
            />
            <YAxis
              domain={[0, 1]}
              ticks={[0, 0.25, 0.5, 0.75, 1]}
              width={48}
              stroke="var(--bui-fg-secondary)"
              tick={TICK}
              tickFormatter={percent}
            />
            <Tooltip
              formatter={value => percent(Number(value))}
              contentStyle={{
                background: 'var(--bui-bg-neutral-1)',
                border: '1px solid var(--bui-border-2)',
                borderRadius: 'var(--bui-radius-2)',
                color: 'var(--bui-fg-primary)',
              }}
              itemStyle={{ color: 'var(--bui-fg-primary)' }}
            />
            {layers.map(({ key, label, tone }) => (
              <Area
                key={key}
                name={label}
                dataKey={(point: Point) => point.shares[key]}
                stackId="all"
                type="stepAfter"
                className={toneStyles.tone}
                data-tone={tone}
                stroke="var(--bui-fg-primary)"
                strokeWidth={1}
                fill={`var(--layer-${tone})`}
                fillOpacity={1}
                isAnimationActive={false}
              />
            ))}
          </AreaChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
  const table = (
    <div className={`${panelStyles.scroll} ${styles.tall}`}>
      <table className={panelStyles.table}>
        <thead>
          <tr>
            <th scope="col">{xTitle}</th>
            {layers.map(({ key, label }) => (
              <th key={key} scope="col" className={panelStyles.number}>
                {label}
              </th>
            ))}
            <th scope="col" className={panelStyles.number}>
              {totalTitle}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...points].reverse().map(point => (
            <tr key={point.x}>
              <th scope="row">{point.x}</th>
              {layers.map(({ key }) => (
                <td key={key} className={panelStyles.number}>
                  {percent(point.shares[key])}
                </td>
              ))}
              <td className={panelStyles.number}>{point.total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  return (
    <Figure
      title={title}
      description={description}
      chart={chart}
      table={table}
      actions={props.actions}
    />
  );
};
