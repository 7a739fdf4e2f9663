import { useMemo, useState } from 'react';
import { useCursorPages } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { LoadFailure } from '../shared/load/LoadFailure';
import { ExportButton } from './ExportButton';
import { StatusTiles } from './StatusTiles';
import { FleetFilters } from './filters/FleetFilters';
import { fleetQueryOf } from './state/fleetState';
import { useFleetState } from './state/useFleetState';
import { FleetTable, PAGE_SIZES } from './table/FleetTable';
import { mlFleetTranslationRef } from './translation';
import { useFleet } from './useFleet';
import styles from './fleet.module.css';

/** All deployments with their health, worst first. */
export const FleetPage = () => {
  const { t } = useTranslationRef(mlFleetTranslationRef);
  const [state, change] = useFleetState();
  const [size, setSize] = useState(PAGE_SIZES[0]);
  const query = useMemo(() => fleetQueryOf(state), [state]);
  const pages = useCursorPages(JSON.stringify({ ...query, size }));
  const fleet = useFleet({ ...query, limit: size, cursor: pages.cursor });
  const { shown, error } = fleet;

  return (
    <Container>
      <div className={styles.root}>
        <StatusTiles
          counts={shown?.statuses}
          failed={Boolean(error)}
          chosen={state.status}
          onChange={status => change({ status })}
        />
        <FleetFilters
          state={state}
          change={change}
          facets={shown?.facets}
          actions={<ExportButton query={query} />}
        />
        {error && (
          <LoadFailure
            title={t('unread')}
            error={error}
            onRetry={fleet.reload}
          />
        )}
        {(shown || !error) && (
          <FleetTable
            fleet={shown}
            isStale={fleet.value === undefined}
            page={pages.page}
            size={size}
            onSize={setSize}
            onNext={pages.next}
            onPrevious={pages.previous}
            state={state}
            change={change}
          />
        )}
      </div>
    </Container>
  );
};
