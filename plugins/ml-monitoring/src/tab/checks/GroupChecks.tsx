import type { HealthCheck } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlMonitoringTranslationRef } from '../../translation';
import { Panel } from '../panel/Panel';
import { CheckList } from './CheckList';

interface Props {
  checks: readonly HealthCheck[] | undefined;
  group: HealthCheck['group'];
}

/** The checks of a page; nothing at all where all are well. */
export const GroupChecks = ({ checks, group }: Props) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const own = (checks ?? []).filter(check => check.group === group);
  if (
    !own.some(({ status }) => status === 'warning' || status === 'critical')
  ) {
    return null;
  }
  return (
    <Panel title={t('check.title')}>
      <CheckList checks={own} />
    </Panel>
  );
};
