import { RubricEntry } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select, Text } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { formatShare } from '../format/percent';
import { formatDistance } from '../format/time';
import { useEvaluation } from '../hooks/useEvaluation';
import { mlMaturityTranslationRef } from '../translation';
import { LevelBadge } from '../level/LevelBadge';
import { useMaturity } from './maturityContext';
import styles from './tab.module.css';

/** Level and score, what they are by, and how new they are. */
export const MaturityHeader = ({ rubrics }: { rubrics: RubricEntry[] }) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { card, rubric, capabilities, change, reload } = useMaturity();
  const evaluation = useEvaluation(card.entityRef, reload);
  const { scorecard } = card;
  const track = rubric.tracks.find(({ id }) => id === card.track);
  const title = (id: string) =>
    rubrics.find(item => item.rubric.metadata.id === id)?.rubric.metadata
      .title ?? id;
  return (
    <header className={styles.header}>
      <LevelBadge scorecard={scorecard} rubric={rubric} size="large" />
      <div className={styles.figures}>
        <div className={styles.figure}>
          <Text variant="title-small" weight="bold" className={styles.number}>
            {formatShare(scorecard.score.value)}
          </Text>
          <Text variant="body-small" color="secondary">
            {t('score.label')}
          </Text>
        </div>
        <div className={styles.figure}>
          <Text variant="title-small" weight="bold" className={styles.number}>
            {scorecard.mlTestScore.total}
          </Text>
          <Text variant="body-small" color="secondary">
            {t('testScore.label')}
          </Text>
        </div>
      </div>
      <div className={styles.about}>
        {card.rubrics.length > 1 ? (
          <Select
            label={t('rubric')}
            options={card.rubrics.map(id => ({ value: id, label: title(id) }))}
            value={card.rubric.id}
            onChange={key => change({ rubric: String(key), check: undefined })}
          />
        ) : (
          <Text variant="body-small" weight="bold">
            {card.rubric.title} {card.rubric.version}
          </Text>
        )}
        <div className={styles.freshness}>
          <Text variant="body-small" color="secondary">
            {[
              track ? t('trackOf', { title: track.title }) : t('noTrack'),
              t('evaluated', { when: formatDistance(card.evaluatedAt) }),
              ...(capabilities && !capabilities.evaluate
                ? [t('evaluation.mayNot')]
                : []),
            ].join(' · ')}
          </Text>
          <Button
            size="small"
            variant="tertiary"
            iconStart={<RiRefreshLine aria-hidden />}
            isDisabled={!capabilities?.evaluate}
            isPending={evaluation.isRunning}
            onPress={evaluation.start}
          >
            {t('evaluation.start')}
          </Button>
        </div>
      </div>
    </header>
  );
};
