import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { formatLocalTime } from '@airworthy/plugin-ml-models-react';
import { mlMonitoringTranslationRef } from '../../translation';
import { useMonitoring } from '../monitoringContext';
import { PeriodDialog } from './PeriodDialog';
import styles from './controls.module.css';

const DAY_MS = 86_400_000;
const DECLARED = 'declared';
const PREVIOUS = 'previous';
const CHOOSE = 'choose';

/** Chooses what the period is compared with. */
export const BaselineSelect = () => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { state, change } = useMonitoring();
  const [open, setOpen] = useState(false);
  const { baseline } = state;
  const [from, to] = baseline?.split('/') ?? [];
  const custom = from && to ? { from, to } : undefined;
  return (
    <>
      <Select
        label={t('baseline.label')}
        className={styles.select}
        options={[
          { value: DECLARED, label: t('baseline.declared') },
          { value: PREVIOUS, label: t('baseline.previous') },
          ...(custom && baseline
            ? [
                {
                  value: baseline,
                  label: `${formatLocalTime(custom.from)} – ${formatLocalTime(
                    custom.to,
                  )}`,
                },
              ]
            : []),
          { value: CHOOSE, label: t('baseline.choose') },
        ]}
        value={baseline ?? DECLARED}
        onChange={key => {
          if (key === CHOOSE) setOpen(true);
          else if (key === DECLARED) change({ baseline: undefined });
          else change({ baseline: String(key) });
        }}
      />
      {open && (
        <PeriodDialog
          title={t('baseline.title')}
          period={
            custom ?? {
              from: new Date(Date.now() - 14 * DAY_MS).toISOString(),
              to: new Date(Date.now() - 7 * DAY_MS).toISOString(),
            }
          }
          maxDays={366}
          onChoose={period =>
            change({ baseline: `${period.from}/${period.to}` })
          }
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};
