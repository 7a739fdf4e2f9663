import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { ScoreTrend } from '../history/ScoreTrend';
import { LevelLadder } from '../level/LevelLadder';
import { NextActions } from '../remedies/NextActions';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import { JourneyList } from '../wheel/JourneyList';
import { JourneyWheel } from '../wheel/JourneyWheel';
import { WheelLegend } from '../wheel/WheelLegend';
import { wheelPhases } from '../wheel/wheelPhases';
import { CategoryScores } from './CategoryScores';
import { TestScorePanel } from './TestScorePanel';
import styles from './summary.module.css';

/** Where the model stands and what comes next. */
export const SummaryView = () => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { card, rubric, state, change } = useMaturity();
  const phases = useMemo(
    () => wheelPhases(rubric, card.scorecard.phases, card.results),
    [rubric, card],
  );
  const track = rubric.tracks.find(({ id }) => id === card.track);
  const next = card.scorecard.levels.find(
    ({ level }) => level === card.scorecard.level + 1,
  );
  return (
    <div className={styles.root}>
      {phases.length > 0 && (
        <EntityInfoCard title={t('wheel.title')} className={styles.journey}>
          <div className={styles.wheel}>
            <div className={styles.picture}>
              <JourneyWheel
                phases={phases}
                track={track?.title}
                onOpen={check =>
                  change({
                    ...state,
                    view: 'checks',
                    check,
                    filters: [],
                    level: undefined,
                    text: '',
                  })
                }
              />
              <WheelLegend phases={phases} />
            </div>
            <JourneyList phases={phases} />
          </div>
        </EntityInfoCard>
      )}
      <div className={styles.stack}>
        <EntityInfoCard
          title={
            next
              ? t('level.towards', { level: String(next.level) })
              : t('level.highest')
          }
        >
          <LevelLadder />
        </EntityInfoCard>
        <EntityInfoCard title={t('score.title')}>
          <div className={styles.column}>
            <ScoreTrend card={card} />
            <Text as="p" variant="body-small" color="secondary">
              {t('score.explanation', {
                passed: String(card.scorecard.score.counts.pass),
                open: String(
                  card.scorecard.score.counts.fail +
                    card.scorecard.score.counts.unknown +
                    card.scorecard.score.counts.error,
                ),
                unknown: String(card.scorecard.score.counts.unknown),
              })}
            </Text>
            <CategoryScores />
          </div>
        </EntityInfoCard>
      </div>
      <div className={styles.stack}>
        <EntityInfoCard title={t('action.title')}>
          <NextActions />
        </EntityInfoCard>
        <EntityInfoCard title={t('testScore.label')}>
          <TestScorePanel />
        </EntityInfoCard>
      </div>
    </div>
  );
};
