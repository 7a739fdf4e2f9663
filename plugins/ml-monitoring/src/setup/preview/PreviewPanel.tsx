import { useState } from 'react';
import { MlMonitoringSpec } from '@airworthy/plugin-ml-models-common';
import {
  PreviewAnswer,
  SourceAnswer,
  SourceResult,
} from '@airworthy/plugin-ml-monitoring-common';
import { FactList, formatCount } from '@airworthy/plugin-ml-models-react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Alert, Button, Text } from '@backstage/ui';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { mlMonitoringApiRef } from '../../api/mlMonitoringApiRef';
import { messageOf } from '../../shared/load/messageOf';
import { mlSetupTranslationRef } from '../translation';
import { usePreviewFacts } from './usePreviewFacts';
import styles from '../setup.module.css';

/* Long enough for late labels, short enough for a first look. */
const WINDOW = 'P7D';

interface SectionProps<T extends SourceAnswer> {
  title: string;
  results: readonly SourceResult<T>[];
  facts: (answer: T) => { label: string; value: string }[];
}

function Section<T extends SourceAnswer>(props: SectionProps<T>) {
  const { title, results, facts } = props;
  const { t } = useTranslationRef(mlSetupTranslationRef);
  return (
    <section className={styles.section}>
      <Text as="h4" weight="bold">
        {title}
      </Text>
      {results.length === 0 && (
        <Text as="p" color="secondary">
          {t('preview.noAnswer')}
        </Text>
      )}
      {results.map((result, i) =>
        result.ok ? (
          // eslint-disable-next-line react/no-array-index-key
          <div key={i} className={styles.answer}>
            <FactList
              facts={facts(result.answer).map(({ label, value }) => ({
                label,
                value,
              }))}
            />
            {[
              t('preview.read', {
                rows: formatCount(result.answer.rowsRead),
              }),
              ...result.answer.notices,
            ].map(remark => (
              <Text as="p" variant="body-small" color="secondary" key={remark}>
                {remark}
              </Text>
            ))}
          </div>
        ) : (
          <Alert
            // eslint-disable-next-line react/no-array-index-key
            key={i}
            status="warning"
            icon
            title={result.failure.source.name}
            description={result.failure.message}
          />
        ),
      )}
    </section>
  );
}

const Answer = ({ answer }: { answer: PreviewAnswer }) => {
  const { t } = useTranslationRef(mlSetupTranslationRef);
  const facts = usePreviewFacts();
  return (
    <div className={styles.sections}>
      <Section
        title={t('preview.service')}
        results={answer.service}
        facts={facts.service}
      />
      <Section
        title={t('preview.data')}
        results={answer.data}
        facts={facts.data}
      />
      <Section
        title={t('preview.model')}
        results={answer.model}
        facts={facts.model}
      />
    </div>
  );
};

interface Props {
  entityRef: string;
  /** Undefined while the text is not valid. */
  monitoring?: MlMonitoringSpec;
}

/** Tries a text on real data before anybody commits it. */
export const PreviewPanel = ({ entityRef, monitoring }: Props) => {
  const { t } = useTranslationRef(mlSetupTranslationRef);
  const api = useApi(mlMonitoringApiRef);
  const [problem, setProblem] = useState<string>();
  const [{ loading, value }, run] = useAsyncFn(async () => {
    setProblem(undefined);
    try {
      return await api.preview({
        entityRef,
        monitoring: monitoring!,
        window: WINDOW,
      });
    } catch (error) {
      setProblem(messageOf(error));
      return undefined;
    }
  }, [api, entityRef, monitoring]);

  return (
    <EntityInfoCard title={t('preview.title')}>
      <div className={styles.column}>
        <Text as="p" color="secondary">
          {t('preview.idle')}
        </Text>
        <div>
          <Button
            isDisabled={!monitoring}
            isPending={loading}
            onPress={() => run()}
          >
            {value ? t('preview.again') : t('preview.run')}
          </Button>
        </div>
        <div aria-live="polite">
          {problem && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={t('preview.failed')}
              description={problem}
            />
          )}
          {value && <Answer answer={value} />}
        </div>
      </div>
    </EntityInfoCard>
  );
};
