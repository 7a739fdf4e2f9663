import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FieldLabel, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { formatLocalTime } from '@airworthy/plugin-ml-models-react';
import { WINDOWS } from '../../shared/status/checkTarget';
import { mlMonitoringTranslationRef } from '../../translation';
import { useMonitoring } from '../monitoringContext';
import { PeriodDialog } from './PeriodDialog';
import styles from './controls.module.css';

const HOUR_MS = 3_600_000;
const CUSTOM = 'custom';

/** Chooses the period that is looked at. */
export const WindowSelect = () => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { state, change } = useMonitoring();
  const { custom, window } = state;
  const [open, setOpen] = useState(false);
  const hours = WINDOWS.find(({ id }) => id === window)?.hours ?? 24;
  return (
    <div className={styles.window}>
      <FieldLabel
        id="monitoring-window"
        label={t('window.label')}
        secondaryLabel={
          custom &&
          `${formatLocalTime(custom.from)} – ${formatLocalTime(custom.to)}`
        }
      />
      <ToggleButtonGroup
        aria-labelledby="monitoring-window"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[custom ? CUSTOM : window]}
        onSelectionChange={keys => {
          const id = WINDOWS.find(item => keys.has(item.id))?.id;
          if (id) change({ window: id, custom: undefined });
        }}
      >
        {WINDOWS.map(({ id }) => (
          <ToggleButton key={id} id={id} aria-label={t(`window.long.${id}`)}>
            {t(`window.short.${id}`)}
          </ToggleButton>
        ))}
        <ToggleButton id={CUSTOM} onPress={() => setOpen(true)}>
          {t('window.custom')}
        </ToggleButton>
      </ToggleButtonGroup>
      {open && (
        <PeriodDialog
          title={t('window.title')}
          period={
            custom ?? {
              from: new Date(Date.now() - hours * HOUR_MS).toISOString(),
              to: new Date().toISOString(),
            }
          }
          maxDays={90}
          onChoose={period => change({ custom: period })}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
};
