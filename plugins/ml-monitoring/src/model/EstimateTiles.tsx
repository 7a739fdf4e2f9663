import type { Interval } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { FigureText } from '../shared/figures/FigureText';
import { formatFigure } from '../shared/figures/formatFigure';
import { mlMonitoringTranslationRef } from '../translation';
import styles from './model.module.css';

/** A figure of quality. */
export interface QualityTile {
  title: string;
  value: number | null | undefined;
  interval?: Interval;
  unit?: string;
  note?: string;
}

/** Figures of quality side by side, each with its interval. */
export const EstimateTiles = ({ tiles }: { tiles: QualityTile[] }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  return (
    <dl className={styles.tiles}>
      {tiles.map(({ title, value, interval, unit = '', note }) => {
        const lower = formatFigure(interval?.lower, unit);
        const upper = formatFigure(interval?.upper, unit);
        return (
          <div key={title} className={styles.tile}>
            <dt>
              <Text variant="body-small" color="secondary">
                {title}
              </Text>
            </dt>
            <dd className={styles.tileValue}>
              <Text as="div" variant="title-small" weight="bold">
                <FigureText value={value} unit={unit} />
              </Text>
              {lower !== undefined && upper !== undefined && (
                <Text as="div" variant="body-small" color="secondary">
                  {t('model.interval', {
                    lower,
                    upper,
                    level: String(Math.round((interval?.level ?? 0.95) * 100)),
                  })}
                </Text>
              )}
              {note && (
                <Text as="div" variant="body-small" color="secondary">
                  {note}
                </Text>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
};
