import { useCursorPages, useLoad } from '@airworthy/plugin-ml-models-react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { mlDeploymentApiRef } from '../../api/mlDeploymentApiRef';
import { LoadFailure } from '../../shared/load/LoadFailure';
import { LoadingBlocks } from '../../shared/load/LoadingBlocks';
import { Panel } from '../../shared/panel/Panel';
import { mlRolloutTranslationRef } from '../translation';
import { DecisionItem } from './DecisionItem';
import styles from './decisions.module.css';

const PAGE_SIZE = 10;

interface Props {
  entityRef: string;
  /** Counts the decisions recorded here, so that the list is read again. */
  tick: number;
}

/** The decisions on the rollouts of a deployment, newest first. */
export const DecisionsPanel = ({ entityRef, tick }: Props) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const api = useApi(mlDeploymentApiRef);
  const pages = useCursorPages(`${entityRef} ${tick}`);
  const { value, error, reload } = useLoad(
    `${entityRef} ${tick} ${pages.cursor ?? ''}`,
    signal =>
      api.getDecisions(
        { entityRef, cursor: pages.cursor, limit: PAGE_SIZE },
        { signal },
      ),
  );
  const first = pages.page * PAGE_SIZE;
  const next = value?.nextCursor;
  return (
    <Panel title={t('decisions.title')}>
      {error && (
        <LoadFailure
          title={t('decisions.failed')}
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && <LoadingBlocks heights={[64, 64]} />}
      {value && value.totalItems === 0 && (
        <Text as="p" color="secondary">
          {t('decisions.none')}
        </Text>
      )}
      {value && value.items.length > 0 && (
        <ul className={styles.decisions}>
          {value.items.map(decision => (
            <DecisionItem key={decision.id} decision={decision} />
          ))}
        </ul>
      )}
      {value && (next || pages.page > 0) && (
        <nav aria-label={t('decisions.pages')} className={styles.pages}>
          <Text variant="body-small" color="secondary">
            {t('decisions.page', {
              from: String(first + 1),
              to: String(first + value.items.length),
              total: String(value.totalItems),
            })}
          </Text>
          <Button
            size="small"
            variant="secondary"
            isDisabled={pages.page === 0}
            onPress={pages.previous}
          >
            {t('decisions.newer')}
          </Button>
          <Button
            size="small"
            variant="secondary"
            isDisabled={!next}
            onPress={() => next && pages.next(next)}
          >
            {t('decisions.older')}
          </Button>
        </nav>
      )}
    </Panel>
  );
};
