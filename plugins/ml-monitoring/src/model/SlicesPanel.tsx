import { useState } from 'react';
import type { SliceHealth } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { metricTitle } from '../shared/figures/metricTitle';
import { mlMonitoringTranslationRef } from '../translation';
import { AnswerView } from '../tab/panel/AnswerView';
import { Panel } from '../tab/panel/Panel';
import { usePanel } from '../tab/panel/usePanel';
import { usePageParam } from '../tab/state/useTabState';
import { SliceTable } from './SliceTable';
import styles from './model.module.css';

const ALL = '';

/** Quality of parts of the rows, worst first. */
export const SlicesPanel = () => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const [by, setBy] = usePageParam('by');
  const [known, setKnown] = useState<string[]>([]);
  const slices = usePanel(`slices ${by}`, async (api, query, options) => {
    const answer = await api.getSlices(
      { ...query, by: by || undefined },
      options,
    );
    const columns = answer.results.flatMap(result =>
      result.ok ? result.answer.columns : [],
    );
    setKnown([...new Set(columns)]);
    return answer;
  });
  const columns = by && !known.includes(by) ? [...known, by] : known;
  if (slices.value && slices.value.results.length === 0) return null;
  return (
    <Panel
      title={t('slices.title')}
      about={t('slices.about')}
      aside={
        columns.length > 0 && (
          <Select
            label={t('slices.by')}
            className={styles.select}
            options={[
              { value: ALL, label: t('slices.declared') },
              ...columns.map(name => ({ value: name, label: name })),
            ]}
            value={by}
            onChange={key => setBy(String(key))}
          />
        )
      }
    >
      <AnswerView<SliceHealth> loaded={slices} heights={[160]}>
        {answer => (
          <SliceTable answer={answer} metric={metricTitle(answer.metric)} />
        )}
      </AnswerView>
    </Panel>
  );
};
