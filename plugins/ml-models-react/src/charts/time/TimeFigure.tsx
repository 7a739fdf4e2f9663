import { ReactNode, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { mlModelsReactTranslationRef } from '../../translation';
import { formatNumber } from '../../format/numbers';
import { Figure } from '../Figure';
import { TimeLegend } from './TimeLegend';
import { TimePlot } from './TimePlot';
import { TimeTable } from './TimeTable';
import { timeCsv } from './timeCsv';
import { valueDomain } from './valueDomain';
import type { TimeLimit, TimeMarker, TimeSeries } from './types';
import styles from './time.module.css';

/** Properties of {@link TimeFigure}. @public */
export interface TimeFigureProps {
  title: ReactNode;
  /** What the picture shows, in a sentence. */
  description: string;
  /** What the vertical axis is, with its unit. */
  yTitle: string;
  series: readonly TimeSeries[];
  limits?: readonly TimeLimit[];
  /** Those outside of the period are left out. */
  markers?: readonly TimeMarker[];
  /** The period, ISO. */
  from: string;
  to: string;
  formatValue?: (value: number) => string;
  /** At the vertical axis, whose title says the unit already. */
  formatTick?: (value: number) => string;
  /** Name of the file to download, without its ending. */
  fileName: string;
  /** Whether the vertical axis begins at zero, as it should where zero means something; true without it. */
  fromZero?: boolean;
  /** A small picture for an overview: no legend where there is one line. */
  isSmall?: boolean;
  height?: number;
  actions?: ReactNode;
}

const NONE: readonly never[] = [];

/**
 * Figures over time: titled axes, limits as lines across, what happened as
 * marks, intervals as bands, a tooltip that follows the pointer and the arrow
 * keys, a table form and a CSV file. Lines differ in colour, dash and shape of
 * their points; what is not known is a gap.
 *
 * @public
 */
export const TimeFigure = (props: TimeFigureProps) => {
  const { series, limits = NONE, formatValue = formatNumber } = props;
  const { isSmall = false, fromZero = true } = props;
  const { t } = useTranslationRef(mlModelsReactTranslationRef);
  const from = Date.parse(props.from);
  const to = Date.parse(props.to);
  const markers = useMemo(
    () =>
      (props.markers ?? NONE).filter(({ at }) => {
        const time = Date.parse(at);
        return time >= from && time <= to;
      }),
    [props.markers, from, to],
  );
  const domain = useMemo(
    () => valueDomain(series, limits, fromZero),
    [series, limits, fromZero],
  );
  const isEmpty = series.every(({ points }) =>
    points.every(({ value }) => value === null),
  );
  return (
    <Figure
      title={props.title}
      description={props.description}
      isInteractive
      isCompact
      csv={{ fileName: props.fileName, text: () => timeCsv(series, markers) }}
      actions={props.actions}
      chart={
        isEmpty ? (
          <div className={styles.empty} style={{ height: props.height ?? 120 }}>
            <Text color="secondary">{t('chart.empty')}</Text>
          </div>
        ) : (
          <>
            {(!isSmall || series.length > 1 || limits.length > 0) && (
              <TimeLegend
                series={series}
                limits={domain.shown}
                beyond={domain.beyond}
                markers={markers}
              />
            )}
            <TimePlot
              series={series}
              domain={domain}
              markers={markers}
              from={from}
              to={to}
              yTitle={props.yTitle}
              label={`${props.description} ${t('chart.keys')}`}
              format={formatValue}
              formatTick={props.formatTick ?? formatValue}
              height={props.height ?? (isSmall ? 180 : 260)}
              isSmall={isSmall}
            />
          </>
        )
      }
      table={
        <TimeTable
          series={series}
          markers={markers}
          from={from}
          format={formatValue}
        />
      }
    />
  );
};
