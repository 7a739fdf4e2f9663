import type { RolloutReview } from '@airworthy/plugin-ml-deployment-common';
import { strategyOf } from '@airworthy/plugin-ml-deployment-common';
import { LocalTime, useLoad } from '@airworthy/plugin-ml-models-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import { mlDeploymentApiRef } from '../api/mlDeploymentApiRef';
import { StateLabel } from '../rollout/standing/StateLabel';
import { mlRolloutTranslationRef } from '../rollout/translation';
import { VerdictMark } from '../rollout/verdict/VerdictMark';
import { LoadFailure } from '../shared/load/LoadFailure';
import { LoadingBlocks } from '../shared/load/LoadingBlocks';
import { useDeploymentHrefs } from '../shared/places';
import styles from './card.module.css';

const Summary = ({ review }: { review: RolloutReview }) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const hrefs = useDeploymentHrefs();
  const { rollout, verdict, noVerdict, decisions, entityRef } = review;
  const { strategy, state, phase, plan } = rollout;
  const phases = plan?.phases ?? [];
  const latest = decisions.latest;
  return (
    <div className={styles.root}>
      {strategy ? (
        <div className={styles.line}>
          <Text weight="bold">{strategyOf(strategy).title}</Text>
          <StateLabel state={state} />
          {phase !== undefined && phases[phase] && (
            <Text variant="body-small" color="secondary">
              {t('card.phase', {
                number: String(phase + 1),
                total: String(phases.length),
                name: phases[phase].name,
              })}
            </Text>
          )}
        </div>
      ) : (
        <Text as="p" color="secondary">
          {t('card.none')}
        </Text>
      )}
      {verdict && (
        <div className={styles.verdict}>
          <VerdictMark decision={verdict.decision} />
          {verdict.reasons[0] && (
            <Text as="p" variant="body-small" className={styles.wrap}>
              {verdict.reasons[0]}
            </Text>
          )}
        </div>
      )}
      {!verdict && strategy && noVerdict && (
        <Text as="p" variant="body-small" color="secondary">
          {noVerdict}
        </Text>
      )}
      {latest && (
        <div className={styles.line}>
          <Text variant="body-small" color="secondary">
            {t('card.latest')}
          </Text>
          <VerdictMark decision={latest.decision} />
          <Text variant="body-small" color="secondary">
            <LocalTime value={latest.decidedAt} distance />
          </Text>
        </div>
      )}
      <Link href={hrefs.rollout(entityRef)} standalone className={styles.link}>
        {t(strategy ? 'card.open' : 'card.start')}
      </Link>
    </div>
  );
};

/** Where the rollout of a deployment stands, on its page. */
export const RolloutCard = () => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const api = useApi(mlDeploymentApiRef);
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { value, error, reload } = useLoad(entityRef, signal =>
    api.getReview({ entityRef }, { signal }),
  );
  return (
    <EntityInfoCard title={t('card.title')}>
      {error && !value && (
        <LoadFailure title={t('card.failed')} error={error} onRetry={reload} />
      )}
      {!error && !value && <LoadingBlocks heights={[24, 20, 20]} />}
      {value && <Summary review={value} />}
    </EntityInfoCard>
  );
};
