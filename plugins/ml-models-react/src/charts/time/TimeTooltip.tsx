import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlModelsReactTranslationRef } from '../../translation';
import { formatDateTime } from '../../format/dates';
import { formatLocalTime, localZone } from '../../format/moments';
import { LineSample } from '../LineSample';
import { TimeRow, known } from './timeRows';
import type { TimeMarker, TimeSeries } from './types';
import styles from './time.module.css';

interface Props {
  row: TimeRow;
  series: readonly TimeSeries[];
  /** What happened near this moment. */
  markers: readonly TimeMarker[];
  format: (value: number) => string;
}

/** All that is known of a moment. */
export const TimeTooltip = ({ row, series, markers, format }: Props) => {
  const { t } = useTranslationRef(mlModelsReactTranslationRef);
  return (
    <div className={styles.tooltip} role="status">
      <div className={styles.tooltipTime}>
        {formatLocalTime(row.time)} {localZone(row.time)}
        <span className={styles.tooltipUtc}>
          {formatDateTime(new Date(row.time).toISOString())}
        </span>
      </div>
      {series.map(({ key, label, slot }, i) => {
        const point = row.points[key];
        if (!point) return null;
        const value = known(point.value);
        const lower = known(point.lower);
        const upper = known(point.upper);
        return (
          <div key={key} className={styles.tooltipLine}>
            <LineSample slot={slot ?? i} />
            <span className={styles.tooltipLabel}>{label}</span>
            <span className={styles.tooltipValue}>
              {value === undefined ? t('chart.unknown') : format(value)}
              {lower !== undefined && upper !== undefined && (
                <span className={styles.tooltipUtc}>
                  {t('chart.interval', {
                    lower: format(lower),
                    upper: format(upper),
                  })}
                </span>
              )}
              {point.rows !== undefined && (
                <span className={styles.tooltipUtc}>
                  {t('chart.rows', {
                    rows: point.rows.toLocaleString('en-GB'),
                  })}
                </span>
              )}
            </span>
          </div>
        );
      })}
      {markers.map(marker => (
        <div key={marker.at + marker.title} className={styles.tooltipMarker}>
          {formatLocalTime(marker.at)}: {marker.title}
        </div>
      ))}
    </div>
  );
};
