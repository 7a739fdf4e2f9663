import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { mlSharedTranslationRef } from '../translation';
import styles from './load.module.css';

interface Props {
  /** Heights of the parts that will be there. */
  heights: number[];
}

/** The shape of what is being read. */
export const LoadingBlocks = ({ heights }: Props) => {
  const { t } = useTranslationRef(mlSharedTranslationRef);
  return (
    <div className={styles.blocks} role="status" aria-label={t('loading')}>
      {heights.map((height, i) => (
        <Skeleton key={i} height={height} width="100%" />
      ))}
    </div>
  );
};
