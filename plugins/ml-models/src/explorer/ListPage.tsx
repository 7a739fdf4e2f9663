import { ReactElement, ReactNode, useMemo, useRef } from 'react';
import { Entity } from '@backstage/catalog-model';
import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Alert, Container, Flex } from '@backstage/ui';
import { MlColumn, MlColumnProviders } from '@airworthy/plugin-ml-models-react';
import { mlModelsTranslationRef } from '../translation';
import { ExportNotice } from './controls/ExportNotice';
import { FailureNotice } from './controls/FailureNotice';
import { ListControls } from './controls/ListControls';
import { useColumnChoice } from './controls/useColumnChoice';
import { ExportSource, useCsvExport } from './csv/useCsvExport';
import { resolveQuery } from './query/resolveQuery';
import { useFilterOptions } from './query/useFilterOptions';
import { ListController } from './useListController';
import { EmptyState } from './table/EmptyState';
import { ListColumn, ListRow } from './table/ListColumn';
import { ListTable } from './table/ListTable';

interface Props<Row extends ListRow> {
  list: ListController;
  columns: readonly ListColumn<Row>[];
  toRow: (entity: Entity) => Row;
  /** Contributed columns, whose providers are given the entities of the page. */
  contributed: readonly MlColumn[];
  /** What one export writes, and what it reads for that. */
  csv: () => Pick<ExportSource, 'write' | 'enrich'>;
  /** Puts more around the table, such as the providers of its statuses. */
  wrapTable?: (table: ReactElement) => ReactElement;
  /** What else there is to say about the page. */
  notices?: ReactNode;
}

const NO_ENTITIES: Entity[] = [];
const COUNT = new Intl.NumberFormat();
const asItIs = (table: ReactElement) => table;

/** A list of the explorer: its controls, its notices and its table. */
export function ListPage<Row extends ListRow>(props: Props<Row>) {
  const { list, columns, toRow, contributed, csv } = props;
  const { wrapTable = asItIs } = props;
  const { definition, state, change, rows, starredRefs } = list;
  const { t } = useTranslationRef(mlModelsTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const identityApi = useApi(identityApiRef);
  const settled = Boolean(rows.value || rows.error);
  const wasSettled = useRef(false);
  wasSettled.current ||= settled;
  const options = useFilterOptions(definition, wasSettled.current);
  const [hidden, setHidden] = useColumnChoice(definition.id);
  const { status, start, cancel } = useCsvExport();

  const entities = rows.value?.entities;
  const tableRows = useMemo(() => entities?.map(toRow), [entities, toRow]);
  const shownColumns = useMemo(
    () => columns.filter(c => c.isRowHeader || !hidden.includes(c.id)),
    [columns, hidden],
  );

  const startExport = () =>
    start({
      catalogApi,
      fileName: `ml-${definition.id}.csv`,
      resolve: async () =>
        (
          await resolveQuery(
            { catalogApi, identityApi },
            definition,
            state,
            starredRefs,
          )
        ).query,
      ...csv(),
    });

  return (
    <Container>
      <Flex direction="column" gap="4" pb="6">
        <ListControls
          definition={definition}
          options={options.value}
          state={state}
          change={change}
          columns={columns.filter(column => !column.isRowHeader)}
          hidden={hidden}
          onHide={setHidden}
          isExporting={status.state === 'running'}
          onExport={startExport}
        />
        {options.error && (
          <FailureNotice
            title={t('filter.failed')}
            error={options.error}
            partial
            onRetry={options.retry}
          />
        )}
        {rows.value?.cut.map(({ id, values, seen, total }) => (
          <Alert
            key={id}
            status="warning"
            icon
            title={t('filter.cut', { value: values.join(', ') })}
            description={t('filter.cutDetail', {
              seen: COUNT.format(seen),
              total: COUNT.format(total),
            })}
          />
        ))}
        <ExportNotice status={status} onCancel={cancel} onRetry={startExport} />
        {props.notices}
        {rows.error ? (
          <FailureNotice
            title={t(`table.failed.${definition.id}`)}
            error={rows.error}
            onRetry={rows.reload}
          />
        ) : (
          wrapTable(
            <MlColumnProviders
              columns={contributed}
              entities={entities ?? NO_ENTITIES}
            >
              <ListTable
                definition={definition}
                columns={shownColumns}
                rows={tableRows}
                totalItems={rows.value?.totalItems}
                isLoading={rows.loading}
                state={state}
                change={change}
                emptyState={
                  <EmptyState
                    definition={definition}
                    state={state}
                    change={change}
                    totalItems={rows.value?.totalItems ?? 0}
                  />
                }
              />
            </MlColumnProviders>,
          )
        )}
      </Flex>
    </Container>
  );
}
