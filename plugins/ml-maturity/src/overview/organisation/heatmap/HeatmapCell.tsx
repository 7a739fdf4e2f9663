import { ComponentPropsWithoutRef } from 'react';
import { StatusCounts } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatShare } from '../../../format/percent';
import { toneOfShare } from '../../tones';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import toneStyles from '../../tones.module.css';
import styles from './heatmap.module.css';

interface Props extends ComponentPropsWithoutRef<'button'> {
  row: string;
  column: string;
  score: number | null;
  counts: StatusCounts;
  /** Without the count of unknown ones, where there is no room for it. */
  narrow?: boolean;
}

/** A figure of the heatmap; pressing it shows the models behind. */
export const HeatmapCell = (props: Props) => {
  const { row, column, score, counts, narrow, ...button } = props;
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const open = counts.unknown + counts.error;
  const words =
    score === null
      ? t('heatmap.cellNone', { row, column })
      : t('heatmap.cell', {
          row,
          column,
          score: formatShare(score),
          pass: String(counts.pass),
          fail: String(counts.fail),
          unknown: String(counts.unknown),
          error: String(counts.error),
          waived: String(counts.waived),
        });
  return (
    <button
      type="button"
      {...button}
      className={`${toneStyles.tone} ${styles.cell}`}
      data-tone={toneOfShare(score)}
      data-narrow={narrow}
      aria-label={words}
      title={words}
    >
      <span className={styles.share}>{formatShare(score)}</span>
      {!narrow && open > 0 && (
        <span className={styles.unknown}>
          {t('heatmap.unknownShort', { total: String(open) })}
        </span>
      )}
    </button>
  );
};
