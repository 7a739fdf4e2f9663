import type { RolloutReview } from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Link, Text } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { Panel } from '../shared/panel/Panel';
import { useDeploymentHrefs } from '../shared/places';
import { ActionsPanel } from './actions/ActionsPanel';
import { StartRollout } from './StartRollout';
import { CriteriaTable } from './criteria/CriteriaTable';
import { DecideButton } from './decide/DecideButton';
import { StandingPanel } from './standing/StandingPanel';
import { StrategyPanel } from './strategy/StrategyPanel';
import { mlRolloutTranslationRef } from './translation';
import { VerdictPanel } from './verdict/VerdictPanel';
import styles from './rollout.module.css';

interface Props {
  review: RolloutReview;
  loading: boolean;
  onReload: () => Promise<void>;
  onDecided: () => void;
}

/** A rollout held against its plan, with what can be done. */
export const RolloutView = (props: Props) => {
  const { review, loading, onReload, onDecided } = props;
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const hrefs = useDeploymentHrefs();
  const { rollout, verdict, evidence, entityRef } = review;
  const { strategy, state } = rollout;
  if (!strategy) {
    return (
      <Panel title={t('empty.title')} about={t('empty.about')}>
        {review.noVerdict && <Text as="p">{review.noVerdict}</Text>}
        <Text as="p" weight="bold">
          {t('empty.plan')}
        </Text>
        <StartRollout />
      </Panel>
    );
  }
  const isOver = state === 'completed' || state === 'rolled-back';
  return (
    <div className={styles.root} aria-busy={loading}>
      <VerdictPanel review={review}>
        <DecideButton review={review} onReload={onReload} onDone={onDecided} />
        <Button
          variant="tertiary"
          iconStart={<RiRefreshLine aria-hidden />}
          isPending={loading}
          onPress={onReload}
        >
          {t('refresh')}
        </Button>
        <Link
          href={hrefs.comparison(entityRef)}
          standalone
          className={styles.link}
        >
          {t('evidence.compare')}
        </Link>
      </VerdictPanel>
      {evidence.failure && (
        <Alert
          role="alert"
          status="warning"
          icon
          title={t('evidence.failure')}
          description={
            <>
              <p className={styles.failure}>{evidence.failure}</p>
              <p className={styles.failure}>{t('evidence.failureAbout')}</p>
            </>
          }
        />
      )}
      <div className={styles.columns}>
        <StandingPanel rollout={rollout} />
        <StrategyPanel rollout={{ ...rollout, strategy }} />
      </div>
      {verdict && (
        <Panel title={t('criteria.title')} about={t('criteria.about')}>
          <CriteriaTable criteria={verdict.criteria} />
        </Panel>
      )}
      {isOver ? (
        <Panel title={t('empty.ended')}>
          <StartRollout />
        </Panel>
      ) : (
        <ActionsPanel review={review} />
      )}
    </div>
  );
};
