import { LevelProgress } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { RiCheckLine } from '@remixicon/react';
import { ShareBar } from '../summary/ShareBar';
import { StateMark } from '../status/StateMark';
import { CheckLink } from '../tab/CheckLink';
import { TabLink } from '../tab/TabLink';
import { useMaturity } from '../tab/maturityContext';
import { formatTabState } from '../tab/tabState';
import { mlMaturityTranslationRef } from '../translation';
import styles from './level.module.css';

const SHOWN = 5;

const Missing = ({ progress }: { progress: LevelProgress }) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { state } = useMaturity();
  return (
    <>
      <ul className={styles.missing}>
        {progress.missing.slice(0, SHOWN).map(gap => (
          <li key={gap.checkId} className={styles.gap}>
            <StateMark state={gap.status} label={t(`state.${gap.status}`)} />
            <CheckLink checkId={gap.checkId}>{gap.title}</CheckLink>
          </li>
        ))}
      </ul>
      {progress.missing.length > SHOWN && (
        <TabLink
          query={formatTabState({
            ...state,
            view: 'checks',
            group: 'category',
            filters: ['failing', 'unknown'],
            level: progress.level,
            text: '',
            check: undefined,
          })}
        >
          {t('level.showAll', { count: progress.missing.length })}
        </TabLink>
      )}
    </>
  );
};

/** Every level with how much of it is there, and what the next one waits for. */
export const LevelLadder = () => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { card } = useMaturity();
  const { levels, level } = card.scorecard;
  return (
    <ol className={styles.ladder}>
      {levels
        .filter(progress => progress.level > 0)
        .map(progress => {
          const done = progress.total - progress.missing.length;
          const isNext = progress.level === level + 1;
          return (
            <li key={progress.level} className={styles.rung}>
              <div className={styles.head}>
                <span className={styles.rungName}>
                  {progress.reached && (
                    <RiCheckLine className={styles.icon} aria-hidden />
                  )}
                  <Text weight={isNext ? 'bold' : 'regular'}>
                    {t('level.named', {
                      level: String(progress.level),
                      title: progress.title,
                    })}
                  </Text>
                </span>
                <Text variant="body-small" color="secondary">
                  {progress.reached
                    ? t('level.reached')
                    : t('level.progress', {
                        done: String(done),
                        total: String(progress.total),
                      })}
                  {progress.waived > 0 &&
                    ` · ${t('level.waived', { count: progress.waived })}`}
                </Text>
              </div>
              <ShareBar share={progress.total ? done / progress.total : 1} />
              {isNext && progress.missing.length > 0 && (
                <Missing progress={progress} />
              )}
            </li>
          );
        })}
    </ol>
  );
};
