import { useMemo, useState } from 'react';
import {
  HealthCheck,
  mlMonitoringMutePermission,
} from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPermission } from '@backstage/plugin-catalog-react/alpha';
import { Button, Text } from '@backstage/ui';
import { mlMonitoringTranslationRef } from '../../translation';
import { CheckRow } from './CheckRow';
import { isMutedNow } from './isMutedNow';
import { sortChecks } from './sortChecks';
import styles from './checks.module.css';

/** More than these are shown on request. */
const SHOWN = 8;

/** Checks, worst first. Those that are well are shown on request. */
export const CheckList = ({ checks }: { checks: readonly HealthCheck[] }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { allowed } = useEntityPermission(mlMonitoringMutePermission);
  const [all, setAll] = useState(false);
  const sorted = useMemo(() => sortChecks(checks), [checks]);
  const isTrouble = (check: HealthCheck) =>
    check.status !== 'ok' || isMutedNow(check);
  const shown = all ? sorted : sorted.filter(isTrouble).slice(0, SHOWN);
  const rest = sorted.length - shown.length;
  return (
    <div className={styles.root}>
      {sorted.length > 0 && !sorted.some(isTrouble) && (
        <Text as="p">{t('check.allWell', { count: sorted.length })}</Text>
      )}
      {sorted.length === 0 && (
        <Text as="p" color="secondary">
          {t('check.none')}
        </Text>
      )}
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map(check => (
            <CheckRow key={check.id} check={check} mayMute={allowed} />
          ))}
        </ul>
      )}
      {(rest > 0 || all) && (
        <Button
          variant="tertiary"
          size="small"
          aria-expanded={all}
          onPress={() => setAll(!all)}
        >
          {all ? t('check.fewer') : t('check.more', { count: rest })}
        </Button>
      )}
    </div>
  );
};
