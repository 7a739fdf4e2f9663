import { Rubric, Scorecard } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { RiShieldFill } from '@remixicon/react';
import { mlMaturityTranslationRef } from '../translation';
import { LevelMeter } from './LevelMeter';
import styles from './level.module.css';

interface Props {
  scorecard: Pick<Scorecard, 'level' | 'waived'>;
  rubric: Rubric;
  size?: 'large';
}

/** The level that is reached, with the waived checks that it rests on. */
export const LevelBadge = ({ scorecard, rubric, size }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const level = rubric.levels.find(item => item.level === scorecard.level);
  return (
    <div className={styles.badge}>
      <LevelMeter
        level={scorecard.level}
        highest={Math.max(...rubric.levels.map(item => item.level))}
        size={size}
      />
      <div className={styles.words}>
        <Text
          variant={size ? 'title-small' : 'body-large'}
          weight="bold"
          className={styles.name}
        >
          {t('level.of', { level: String(scorecard.level) })}
          {level && <span className={styles.title}> {level.title}</span>}
        </Text>
        {scorecard.waived > 0 && (
          <Text
            variant="body-small"
            color="secondary"
            className={styles.waived}
          >
            <RiShieldFill className={styles.icon} aria-hidden />
            {t('level.waived', { count: scorecard.waived })}
          </Text>
        )}
      </div>
    </div>
  );
};
