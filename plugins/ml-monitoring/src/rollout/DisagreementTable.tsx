import type {
  Disagreement,
  Disagreements,
} from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, ColumnConfig, Table, Text, useTable } from '@backstage/ui';
import { LocalTime, formatNumber } from '@airworthy/plugin-ml-models-react';
import { FigureText, Unknown } from '../shared/figures/FigureText';
import { mlMonitoringTranslationRef } from '../translation';
import styles from './rollout.module.css';

type Row = Disagreement & { id: string };

const Answer = ({ prediction, score }: Disagreement['stable']) => (
  <>
    {prediction ?? <Unknown />}
    {score !== null && (
      <Text as="div" variant="body-small" color="secondary">
        {formatNumber(score)}
      </Text>
    )}
  </>
);

/** Requests with both answers, their distance and their inputs. */
export const DisagreementTable = ({ answer }: { answer: Disagreements }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const hasLabels = answer.rows.some(({ label }) => label !== undefined);
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'request',
      label: t('disagreement.request'),
      isRowHeader: true,
      defaultWidth: '2fr',
      cell: row => (
        <Cell>
          <div className={styles.id}>{row.predictionId}</div>
          <Text as="div" variant="body-small" color="secondary">
            <LocalTime value={row.at} />
          </Text>
        </Cell>
      ),
    },
    ...(['stable', 'candidate'] as const).map(side => ({
      id: side,
      label: t(`disagreement.${side}`),
      defaultWidth: '1fr' as const,
      cell: (row: Row) => (
        <Cell>
          <Answer {...row[side]} />
        </Cell>
      ),
    })),
    {
      id: 'distance',
      label: t('disagreement.distance'),
      defaultWidth: '1fr',
      cell: row => (
        <Cell>
          <FigureText value={row.distance} unit="" />
        </Cell>
      ),
    },
    ...(hasLabels
      ? [
          {
            id: 'label',
            label: t('model.label'),
            defaultWidth: '1fr' as const,
            cell: (row: Row) => <Cell>{row.label ?? <Unknown />}</Cell>,
          },
        ]
      : []),
    {
      id: 'inputs',
      label: t('disagreement.inputs'),
      defaultWidth: '4fr',
      cell: row => (
        <Cell>
          <span className={styles.inputs}>
            {Object.entries(row.inputs).map(([name, value]) => (
              <span key={name}>
                <Text variant="body-small" color="secondary">
                  {name}
                </Text>{' '}
                {value === null ? <Unknown /> : String(value)}
              </span>
            ))}
          </span>
        </Cell>
      ),
    },
  ];
  const { tableProps } = useTable({
    mode: 'complete',
    data: answer.rows.map(row => ({ ...row, id: row.predictionId })),
    paginationOptions: { pageSize: 10, pageSizeOptions: [10, 25, 50] },
  });
  return (
    <>
      <Text as="p" variant="body-small" color="secondary">
        {t('disagreement.count', {
          disagreeing: answer.disagreeing.toLocaleString('en-GB'),
          pairs: answer.pairs.toLocaleString('en-GB'),
        })}
      </Text>
      <div className={styles.table}>
        <Table
          columnConfig={columns}
          {...tableProps}
          {...(answer.rows.length <= 10 && {
            pagination: { type: 'none' as const },
          })}
          emptyState={<Text color="secondary">{t('disagreement.none')}</Text>}
        />
      </div>
    </>
  );
};
