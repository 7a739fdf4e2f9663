import type { GenerationHealth } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BarsFigure, formatNumber } from '@airworthy/plugin-ml-models-react';
import { mlMonitoringTranslationRef } from '../translation';
import { Panel } from '../tab/panel/Panel';
import { EstimateTiles } from './EstimateTiles';
import styles from './model.module.css';

const Counts = (props: {
  title: string;
  counts: Record<string, number>;
  fileName: string;
}) => {
  const { title, counts } = props;
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const entries = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return (
    <BarsFigure
      title={title}
      description={`${title}: ${entries
        .map(([name, count]) => `${name} ${formatNumber(count)}`)
        .join(', ')}`}
      xTitle={title}
      yTitle={t('model.answers')}
      series={[{ key: 'count', label: t('model.answers') }]}
      groups={entries.map(([label, count]) => ({ label, values: { count } }))}
      fileName={props.fileName}
      height={240}
    />
  );
};

/** What a language model did: tokens, speed, how answers ended, feedback and cost. */
export const GenerationPanel = (props: { generation: GenerationHealth }) => {
  const { generation } = props;
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { timeToFirstTokenMs: first, cost, feedback } = generation;
  return (
    <Panel title={t('model.generation')}>
      <EstimateTiles
        tiles={[
          { title: t('metric.inputTokens'), value: generation.inputTokens },
          { title: t('metric.outputTokens'), value: generation.outputTokens },
          {
            title: t('metric.firstToken50'),
            value: first.p50,
            unit: 'ms',
          },
          { title: t('metric.firstToken95'), value: first.p95, unit: 'ms' },
          {
            title: t('metric.tokensPerSecond'),
            value: generation.tokensPerSecond,
            unit: '1/s',
          },
          ...(cost
            ? [
                {
                  title: t('metric.cost'),
                  value: cost.amount,
                  unit: cost.currency,
                },
              ]
            : []),
        ]}
      />
      <div className={styles.charts}>
        {Object.keys(generation.finishReasons).length > 0 && (
          <Counts
            title={t('model.finishReasons')}
            counts={generation.finishReasons}
            fileName="finish-reasons"
          />
        )}
        {feedback && Object.keys(feedback).length > 0 && (
          <Counts
            title={t('model.feedback')}
            counts={feedback}
            fileName="feedback"
          />
        )}
      </div>
    </Panel>
  );
};
