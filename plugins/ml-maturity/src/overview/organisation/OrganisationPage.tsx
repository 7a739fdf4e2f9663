import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { LoadFailure } from '../../tab/LoadFailure';
import { FilterBar } from '../filters/FilterBar';
import { filterOf } from '../state/overviewState';
import { useOverviewState } from '../state/useOverviewState';
import { mlMaturityOverviewTranslationRef } from '../translation';
import { useRubrics } from '../useRubrics';
import { ExportMenu } from './ExportMenu';
import { ExpiringPanel } from './attention/ExpiringPanel';
import { GapsPanel } from './attention/GapsPanel';
import { MoversPanel } from './attention/MoversPanel';
import { HeatmapPanel } from './heatmap/HeatmapPanel';
import { SummaryPanel } from './summary/SummaryPanel';
import { TrendPanel } from './trend/TrendPanel';
import styles from './organisation.module.css';

/** Where the organisation stands, whether it is getting better, and where the risk is. */
export const OrganisationPage = () => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const [state, change] = useOverviewState();
  const rubrics = useRubrics(state.rubric);
  const { rubric } = rubrics;
  const filter = useMemo(() => filterOf(state), [state]);
  return (
    <Container>
      <div className={styles.root}>
        <FilterBar
          state={state}
          change={change}
          rubrics={rubrics}
          actions={
            <ExportMenu
              filter={filter}
              state={state}
              lists={['rollup', 'scorecards', 'gaps', 'expiring']}
            />
          }
        />
        {rubrics.error && (
          <LoadFailure
            title={t('unread', { what: t('tabs.rubric') })}
            error={rubrics.error}
            onRetry={rubrics.reload}
          />
        )}
        <SummaryPanel filter={filter} state={state} />
        <HeatmapPanel
          filter={filter}
          state={state}
          change={change}
          rubric={rubric}
        />
        <TrendPanel
          filter={filter}
          state={state}
          change={change}
          rubric={rubric}
        />
        <GapsPanel filter={filter} state={state} rubric={rubric} />
        <div className={styles.pair}>
          <MoversPanel filter={filter} state={state} change={change} />
          <ExpiringPanel filter={filter} />
        </div>
      </div>
    </Container>
  );
};
