import { useLoad } from '@airworthy/plugin-ml-models-react';
import { useMemo, useState } from 'react';
import { SetupAnswer } from '@airworthy/plugin-ml-monitoring-common';
import { MlMonitoringSpec } from '@airworthy/plugin-ml-models-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { stringify } from 'yaml';
import { mlMonitoringApiRef } from '../api/mlMonitoringApiRef';
import { LoadFailure } from '../shared/load/LoadFailure';
import { LoadingBlocks } from '../shared/load/LoadingBlocks';
import { FoundPanel } from './FoundPanel';
import { MonitoringEditor } from './editor/MonitoringEditor';
import { checkMonitoringText } from './editor/checkMonitoringText';
import { PreviewPanel } from './preview/PreviewPanel';
import { mlSetupTranslationRef } from './translation';
import styles from './setup.module.css';

/* Where nothing was found there is still something to begin with. */
const SKELETON: MlMonitoringSpec = {
  inferenceLog: { path: 'model-name/log-*.parquet' },
};

interface Props {
  entityRef: string;
  setup: SetupAnswer;
  /** What the entity declares already. */
  declared?: unknown;
}

const Setup = ({ entityRef, setup, declared }: Props) => {
  const proposal = useMemo(
    () =>
      declared
        ? stringify(declared)
        : setup.yaml ?? stringify(setup.proposal ?? SKELETON),
    [declared, setup],
  );
  const [text, setText] = useState(proposal);
  const checked = useMemo(() => checkMonitoringText(text), [text]);
  return (
    <>
      <FoundPanel discoveries={setup.discoveries} />
      <div className={styles.side}>
        <MonitoringEditor
          text={text}
          proposal={proposal}
          checked={checked}
          onChange={setText}
        />
        <PreviewPanel entityRef={entityRef} monitoring={checked.monitoring} />
      </div>
    </>
  );
};

/** From what is found to a text to commit, tried on real data. */
export const SetupView = () => {
  const { t } = useTranslationRef(mlSetupTranslationRef);
  const api = useApi(mlMonitoringApiRef);
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { value, error, reload } = useLoad(entityRef, signal =>
    api.getSetup({ entityRef }, { signal }),
  );
  return (
    <section aria-label={t('title')} className={styles.root}>
      <Text as="p" color="secondary">
        {t('about')}
      </Text>
      {error && !value && (
        <LoadFailure title={t('failed')} error={error} onRetry={reload} />
      )}
      {!error && !value && <LoadingBlocks heights={[240, 320]} />}
      {value && (
        <div className={styles.columns}>
          <Setup
            key={entityRef}
            entityRef={entityRef}
            setup={value}
            declared={entity.spec?.monitoring}
          />
        </div>
      )}
    </section>
  );
};
