import { Loaded } from '@airworthy/plugin-ml-models-react';
import { ReactNode } from 'react';
import { ErrorBoundary } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Skeleton, Text } from '@backstage/ui';
import { LoadFailure } from '../../tab/LoadFailure';
import { mlMaturityTranslationRef } from '../../translation';
import { mlMaturityOverviewTranslationRef } from '../translation';
import styles from './panel.module.css';

interface Props<T> {
  title: string;
  loaded: Loaded<T>;
  /** Whether there is something to show; what to say if not. */
  isEmpty?: (value: T) => boolean;
  empty?: string;
  actions?: ReactNode;
  /** Roughly how high the content is. */
  height?: number;
  children: (value: T) => ReactNode;
}

/** A part of the page with states of its own: when it fails, the others stay. */
export function Panel<T>(props: Props<T>) {
  const { title, loaded, isEmpty, empty, actions, height = 160 } = props;
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const { t: tCommon } = useTranslationRef(mlMaturityTranslationRef);
  const { value, error, loading, reload } = loaded;

  const content = () => {
    if (error) {
      return (
        <LoadFailure
          title={t('unread', { what: title })}
          error={error}
          onRetry={reload}
        />
      );
    }
    if (value === undefined) {
      return (
        <div role="status" aria-label={tCommon('loading')}>
          <Skeleton height={height} className={styles.skeleton} />
        </div>
      );
    }
    if (isEmpty?.(value)) {
      return (
        <Text as="p" color="secondary" className={styles.empty}>
          {empty}
        </Text>
      );
    }
    return <ErrorBoundary>{props.children(value)}</ErrorBoundary>;
  };

  return (
    <section aria-label={title} aria-busy={loading} className={styles.section}>
      <EntityInfoCard title={title} headerActions={actions}>
        {content()}
      </EntityInfoCard>
    </section>
  );
}
