import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import { HeatmapSort } from './heatmapRows';
import styles from './heatmap.module.css';

interface Props {
  title: string;
  by: HeatmapSort['by'];
  sort: HeatmapSort;
  onSort: (sort: HeatmapSort) => void;
  /** Written from bottom to top, where many columns stand side by side. */
  upright?: boolean;
  className?: string;
}

const keyOf = (by: HeatmapSort['by']) =>
  typeof by === 'string' ? by : `column ${by.column}`;

/** The head of a column, which sorts by it. */
export const ColumnHead = (props: Props) => {
  const { title, by, sort, onSort, upright, className } = props;
  const isSorted = keyOf(by) === keyOf(sort.by);
  const direction = sort.order === 'asc' ? 'ascending' : 'descending';
  const Icon = sort.order === 'asc' ? RiArrowUpLine : RiArrowDownLine;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isSorted ? direction : undefined}
    >
      <button
        type="button"
        className={styles.head}
        data-upright={upright}
        title={title}
        onClick={() =>
          onSort({
            by,
            order: isSorted && sort.order === 'asc' ? 'desc' : 'asc',
          })
        }
      >
        <span className={styles.headText}>{title}</span>
        {isSorted && <Icon className={styles.sortIcon} aria-hidden />}
      </button>
    </th>
  );
};
