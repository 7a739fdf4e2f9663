import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import toneStyles from '../../tones.module.css';
import styles from './heatmap.module.css';

const STEPS = ['0–19', '20–39', '40–59', '60–79', '80–100'];

/** What the shades and the small figures mean. */
export const HeatmapLegend = ({ withUnknown }: { withUnknown: boolean }) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  return (
    <div className={styles.legend}>
      <Text variant="body-small" color="secondary">
        {t('heatmap.legend')}
      </Text>
      <span className={styles.steps}>
        {STEPS.map((step, tone) => (
          <span
            key={step}
            className={`${toneStyles.tone} ${styles.step}`}
            data-tone={tone}
          >
            {step}%
          </span>
        ))}
      </span>
      {withUnknown && (
        <Text variant="body-small" color="secondary">
          {t('heatmap.legendUnknown')}
        </Text>
      )}
    </div>
  );
};
