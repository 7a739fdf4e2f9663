import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlModelsReactTranslationRef } from '../../translation';
import { LineSample } from '../LineSample';
import { MarkerMark } from './MarkerMark';
import { LIMIT_LINES } from './limitLines';
import type { TimeLimit, TimeMarker, TimeSeries } from './types';
import styles from './time.module.css';

interface Props {
  series: readonly TimeSeries[];
  limits: readonly TimeLimit[];
  /** Limits that are not in the picture. */
  beyond: readonly TimeLimit[];
  markers: readonly TimeMarker[];
}

const MARKER_KINDS = ['version', 'rollout', 'status', 'now'] as const;

/** What the lines of a chart are. */
export const TimeLegend = ({ series, limits, beyond, markers }: Props) => {
  const { t } = useTranslationRef(mlModelsReactTranslationRef);
  return (
    <ul className={styles.legend}>
      {series.map(({ key, label, slot }, i) => (
        <li key={key} className={styles.legendItem}>
          <LineSample slot={slot ?? i} />
          <bdi className={styles.legendLabel}>{label}</bdi>
        </li>
      ))}
      {limits.map(({ kind, label }) => (
        <li key={label} className={styles.legendItem}>
          <svg
            width={24}
            height={12}
            aria-hidden
            className={styles.limitSample}
          >
            <line
              x1={0}
              x2={24}
              y1={6}
              y2={6}
              {...LIMIT_LINES[kind]}
              strokeWidth={1.5}
            />
          </svg>
          {label}
        </li>
      ))}
      {beyond.map(({ label }) => (
        <li key={label} className={styles.legendItem}>
          {t('chart.beyond', { limit: label })}
        </li>
      ))}
      {MARKER_KINDS.filter(kind =>
        markers.some(marker => marker.kind === kind),
      ).map(kind => (
        <li key={kind} className={styles.legendItem}>
          <svg
            width={12}
            height={12}
            aria-hidden
            className={styles.markerSample}
          >
            <MarkerMark kind={kind} x={6} y={6} />
          </svg>
          {t(`chart.marker.${kind}`)}
        </li>
      ))}
    </ul>
  );
};
