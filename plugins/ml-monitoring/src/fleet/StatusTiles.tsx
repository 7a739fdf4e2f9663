import { HealthStatus } from '@airworthy/plugin-ml-monitoring-common';
import { StatusBadge } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { WORST_FIRST } from './statusWord';
import { mlFleetTranslationRef } from './translation';
import styles from './fleet.module.css';

const COUNT = new Intl.NumberFormat('en-GB');
const SHARE = new Intl.NumberFormat('en-GB', {
  style: 'percent',
  maximumFractionDigits: 0,
});

interface Props {
  /** Undefined while they are read, or where they could not be. */
  counts?: Record<HealthStatus, number>;
  failed?: boolean;
  chosen: readonly HealthStatus[];
  onChange: (statuses: HealthStatus[]) => void;
}

const TileGap = ({ failed }: Pick<Props, 'failed'>) =>
  failed ? (
    <span className={styles.count} aria-hidden>
      –
    </span>
  ) : (
    <Skeleton width={48} height={32} />
  );

/** How many deployments have each status; each is a filter. */
export const StatusTiles = (props: Props) => {
  const { counts, failed, chosen, onChange } = props;
  const { t } = useTranslationRef(mlFleetTranslationRef);
  const total = counts
    ? WORST_FIRST.reduce((sum, status) => sum + counts[status], 0)
    : 0;
  return (
    <div role="group" aria-label={t('summary.label')} className={styles.tiles}>
      {WORST_FIRST.map(status => {
        const isChosen = chosen.includes(status);
        return (
          <button
            key={status}
            type="button"
            className={styles.tile}
            data-status={status}
            aria-pressed={isChosen}
            onClick={() =>
              onChange(
                isChosen
                  ? chosen.filter(other => other !== status)
                  : [...chosen, status],
              )
            }
          >
            {counts ? (
              <span className={styles.count}>
                {COUNT.format(counts[status])}
              </span>
            ) : (
              <TileGap failed={failed} />
            )}
            <StatusBadge status={status} />
            {counts && total > 0 && (
              <span className={styles.share}>
                {t('summary.share', {
                  share: SHARE.format(counts[status] / total),
                  total: COUNT.format(total),
                })}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
};
