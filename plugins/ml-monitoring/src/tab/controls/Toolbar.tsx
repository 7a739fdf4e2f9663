import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { mlMonitoringTranslationRef } from '../../translation';
import { useMonitoring } from '../monitoringContext';
import { REFRESH_MINUTES } from '../state/tabState';
import { BaselineSelect } from './BaselineSelect';
import { WindowSelect } from './WindowSelect';
import styles from './controls.module.css';

/** Chooses the period, what it is compared with, the variant and how often it is read. */
export const Toolbar = ({ onRefresh }: { onRefresh: () => void }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { state, change, variants } = useMonitoring();
  const names = variants.map(({ name }) => name);
  if (state.variant && !names.includes(state.variant)) {
    names.push(state.variant);
  }
  return (
    <div className={styles.toolbar} role="group" aria-label={t('controls')}>
      <WindowSelect />
      <BaselineSelect />
      {names.length > 1 && (
        <Select
          label={t('variant.label')}
          className={styles.select}
          options={[
            { value: '', label: t('variant.all') },
            ...names.map(name => ({ value: name, label: name })),
          ]}
          value={state.variant ?? ''}
          onChange={key => change({ variant: String(key) || undefined })}
        />
      )}
      <Select
        label={t('refresh.label')}
        className={styles.select}
        options={[
          { value: '', label: t('refresh.off') },
          ...REFRESH_MINUTES.map(minutes => ({
            value: String(minutes),
            label: t('refresh.every', { count: minutes }),
          })),
        ]}
        value={String(state.refresh ?? '')}
        onChange={key =>
          change({
            refresh: REFRESH_MINUTES.find(minutes => String(minutes) === key),
          })
        }
      />
      <Button
        variant="secondary"
        iconStart={<RiRefreshLine aria-hidden />}
        onPress={onRefresh}
      >
        {t('refresh.now')}
      </Button>
    </div>
  );
};
