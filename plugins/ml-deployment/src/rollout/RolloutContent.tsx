import { useState } from 'react';
import { useLoad } from '@airworthy/plugin-ml-models-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { mlDeploymentApiRef } from '../api/mlDeploymentApiRef';
import { LoadFailure } from '../shared/load/LoadFailure';
import { LoadingBlocks } from '../shared/load/LoadingBlocks';
import { RolloutView } from './RolloutView';
import { DecisionsPanel } from './decisions/DecisionsPanel';
import { mlRolloutTranslationRef } from './translation';
import styles from './rollout.module.css';

/** The review of a deployment's rollout, and the decisions on it. */
export const RolloutContent = () => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const api = useApi(mlDeploymentApiRef);
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const [decided, setDecided] = useState(0);
  const { value, error, loading, reload } = useLoad(entityRef, signal =>
    api.getReview({ entityRef }, { signal }),
  );
  return (
    <div className={styles.root}>
      {error && (
        <LoadFailure
          title={t(value ? 'failedAgain' : 'failed')}
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && <LoadingBlocks heights={[180, 280, 320]} />}
      {value && (
        <RolloutView
          review={value}
          loading={loading}
          onReload={reload}
          onDecided={() => {
            setDecided(count => count + 1);
            reload();
          }}
        />
      )}
      <DecisionsPanel entityRef={entityRef} tick={decided} />
    </div>
  );
};
