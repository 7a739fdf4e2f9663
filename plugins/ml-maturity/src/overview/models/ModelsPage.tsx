import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { LoadFailure } from '../../tab/LoadFailure';
import { FilterBar } from '../filters/FilterBar';
import { ExportMenu } from '../organisation/ExportMenu';
import { listFilterOf } from '../state/overviewState';
import { useOverviewState } from '../state/useOverviewState';
import { mlMaturityOverviewTranslationRef } from '../translation';
import { useRubrics } from '../useRubrics';
import { ScorecardTable } from './ScorecardTable';
import styles from '../organisation/organisation.module.css';

/** Scorecards of all models, ranked. */
export const ModelsPage = () => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const [state, change] = useOverviewState();
  const rubrics = useRubrics(state.rubric);
  const filter = useMemo(() => listFilterOf(state), [state]);
  return (
    <Container>
      <div className={styles.root}>
        <FilterBar
          state={state}
          change={change}
          rubrics={rubrics}
          withResults
          actions={
            <ExportMenu filter={filter} state={state} lists={['scorecards']} />
          }
        />
        {rubrics.error && (
          <LoadFailure
            title={t('unread', { what: t('tabs.rubric') })}
            error={rubrics.error}
            onRetry={rubrics.reload}
          />
        )}
        <ScorecardTable
          filter={filter}
          state={state}
          change={change}
          rubric={rubrics.rubric}
        />
      </div>
    </Container>
  );
};
