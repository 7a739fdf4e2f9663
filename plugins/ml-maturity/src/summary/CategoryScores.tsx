import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { formatShare } from '../format/percent';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import { ShareBar } from './ShareBar';
import styles from './summary.module.css';

/** The score by category, each with its count of open checks. */
export const CategoryScores = () => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { card } = useMaturity();
  return (
    <ul className={styles.bars} aria-label={t('category.label')}>
      {card.scorecard.categories.map(category => {
        const { pass, fail, unknown, error } = category.counts;
        return (
          <li key={category.id} className={styles.row}>
            <Text variant="body-medium">{category.title}</Text>
            <Text variant="body-medium" weight="bold" className={styles.number}>
              {formatShare(category.value)}
            </Text>
            <ShareBar share={category.value ?? 0} />
            <Text
              variant="body-small"
              color="secondary"
              className={styles.detail}
            >
              {t('category.counts', {
                pass: String(pass),
                total: String(pass + fail + unknown + error),
                unknown: String(unknown),
              })}
            </Text>
          </li>
        );
      })}
    </ul>
  );
};
