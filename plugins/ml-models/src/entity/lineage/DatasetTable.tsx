import { DatasetFacts, readDataset } from '@airworthy/plugin-ml-models-common';
import {
  ExternalLink,
  formatBytes,
  formatNumber,
  safeHref,
} from '@airworthy/plugin-ml-models-react';
import { Entity } from '@backstage/catalog-model';
import { Cell, CellText, ColumnConfig, Table, Text } from '@backstage/ui';
import { RelatedName } from '../related/RelatedName';
import { EntitiesByRef } from '../related/useEntitiesByRef';
import styles from './lineage.module.css';

interface Row {
  id: string;
  entity?: Entity;
  facts: DatasetFacts;
}

const ORIGINS = { real: 'Real', synthetic: 'Synthetic', mixed: 'Mixed' };

const factColumn = (
  id: string,
  label: string,
  read: (facts: DatasetFacts) => string | undefined,
): ColumnConfig<Row> => ({
  id,
  label,
  minWidth: 100,
  cell: ({ facts }) => {
    const text = read(facts);
    return (
      <CellText
        title={text ?? 'unknown'}
        color={text === undefined ? 'secondary' : undefined}
      />
    );
  },
});

const COLUMNS: ColumnConfig<Row>[] = [
  {
    id: 'name',
    label: 'Dataset',
    isRowHeader: true,
    minWidth: 180,
    cell: row => (
      <Cell>
        <RelatedName entityRef={row.id} entity={row.entity} />
      </Cell>
    ),
  },
  factColumn('origin', 'Origin', f => f.origin && ORIGINS[f.origin]),
  factColumn('rows', 'Rows', f =>
    f.rows === undefined ? undefined : formatNumber(f.rows),
  ),
  factColumn('bytes', 'Size', f =>
    f.bytes === undefined ? undefined : formatBytes(f.bytes),
  ),
  factColumn('version', 'Version', f => f.version),
  {
    id: 'schema',
    label: 'Schema',
    minWidth: 200,
    cell: ({ facts, id }) => (
      <Cell>
        {safeHref(facts.schema) ? (
          <ExternalLink href={facts.schema} aria-label={`Schema of ${id}`}>
            Data contract
          </ExternalLink>
        ) : (
          <Text
            variant="body-small"
            color={facts.schema ? 'primary' : 'secondary'}
          >
            {facts.schema ?? 'unknown'}
          </Text>
        )}
      </Cell>
    ),
  },
];

interface DatasetTableProps {
  refs: string[];
  entities: EntitiesByRef;
}

/** What a model was trained on, with size and origin. */
export const DatasetTable = ({ refs, entities }: DatasetTableProps) => (
  <div className={styles.scroll}>
    <Table
      columnConfig={COLUMNS}
      data={refs.map(id => {
        const entity = entities.get(id);
        return { id, entity, facts: entity ? readDataset(entity) : {} };
      })}
      pagination={{ type: 'none' }}
    />
  </div>
);
