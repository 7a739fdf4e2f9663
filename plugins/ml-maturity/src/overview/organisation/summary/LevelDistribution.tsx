import {
  RollupResponse,
  RollupSummary,
} from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { formatShare } from '../../../format/percent';
import { OverviewState } from '../../state/overviewState';
import { usePageLinks } from '../../state/usePageLinks';
import { toneOfLevel } from '../../tones';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import toneStyles from '../../tones.module.css';
import styles from './summary.module.css';

interface Props {
  total: RollupSummary;
  levels: RollupResponse['levels'];
  state: OverviewState;
}

/** How many models are at each level, as a bar with words. */
export const LevelDistribution = ({ total, levels, state }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const links = usePageLinks();
  const highest = Math.max(...levels.map(({ level }) => level));
  const parts = levels.map(({ level, title }) => {
    const models = total.levels[level] ?? 0;
    return {
      level,
      title,
      models,
      share: total.evaluated ? models / total.evaluated : 0,
      tone: toneOfLevel(level, highest),
    };
  });
  return (
    <div className={styles.levels}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('summary.levels')}
      </Text>
      <div className={styles.bar} aria-hidden>
        {parts
          .filter(({ models }) => models > 0)
          .map(({ level, share, tone }) => (
            <span
              key={level}
              className={`${toneStyles.tone} ${styles.part}`}
              data-tone={tone}
              style={{ flexGrow: share }}
            >
              {level}
            </span>
          ))}
      </div>
      <ul className={styles.legend}>
        {parts.map(({ level, title, models, share, tone }) => (
          <li key={level} className={styles.entry}>
            <span
              className={`${toneStyles.tone} ${styles.swatch}`}
              data-tone={tone}
              aria-hidden
            >
              {level}
            </span>
            <span className={styles.words}>
              <Link
                href={links.models({ ...state, level: [level] })}
                standalone
                className={styles.link}
              >
                {t('summary.levelTitled', { level: String(level), title })}
              </Link>
              <Text variant="body-small" color="secondary">
                {t('modelCount', { count: models })},{' '}
                {t('summary.share', { share: formatShare(share) })}
              </Text>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};
