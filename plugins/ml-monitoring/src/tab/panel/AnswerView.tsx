import { Fragment, ReactNode } from 'react';
import type {
  PanelAnswer,
  SourceAnswer,
} from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LoadFailure } from '../../shared/load/LoadFailure';
import { LoadingBlocks } from '../../shared/load/LoadingBlocks';
import type { Loaded } from '@airworthy/plugin-ml-models-react';
import { mlMonitoringTranslationRef } from '../../translation';
import { NoSource } from './NoSource';
import { SourceNote } from './SourceNote';
import { SourceNotice } from './SourceNotice';
import styles from './panel.module.css';

interface Props<T extends SourceAnswer> {
  loaded: Loaded<PanelAnswer<T>>;
  /** Heights of the parts while they are read. */
  heights: number[];
  /** Leaves out where the figures are from. */
  hideNote?: boolean;
  children: (answer: T, panel: PanelAnswer<T>) => ReactNode;
}

/** What the sources answered: each answer, each failure by itself, or that nobody was asked. */
export function AnswerView<T extends SourceAnswer>(props: Props<T>) {
  const { loaded, heights, hideNote, children } = props;
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { value, error, loading, reload } = loaded;
  if (!value) {
    return error ? (
      <LoadFailure title={t('failed')} error={error} onRetry={reload} />
    ) : (
      <LoadingBlocks heights={heights} />
    );
  }
  return (
    <div className={styles.answers} aria-busy={loading}>
      {error && (
        <LoadFailure title={t('failedAgain')} error={error} onRetry={reload} />
      )}
      {value.results.length === 0 && <NoSource />}
      {value.results.map((result, i) =>
        result.ok ? (
          <Fragment key={i}>
            {children(result.answer, value)}
            {!hideNote && <SourceNote answer={result.answer} />}
          </Fragment>
        ) : (
          <SourceNotice key={i} failure={result.failure} />
        ),
      )}
    </div>
  );
}
