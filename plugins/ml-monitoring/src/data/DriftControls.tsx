import { DRIFT_TEST_TITLES } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { mlMonitoringTranslationRef } from '../translation';
import { useMonitoring } from '../tab/monitoringContext';
import { DRIFT_TESTS, RULE_SETS } from '../tab/state/tabState';
import styles from './data.module.css';

const OWN = '';

/** Chooses by whose rules, or by which test, drift is told. */
export const DriftControls = () => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { state, change } = useMonitoring();
  return (
    <>
      <Select
        label={t('data.rules.label')}
        className={styles.select}
        options={[
          { value: OWN, label: t('data.rules.declared') },
          ...RULE_SETS.map(name => ({
            value: name,
            label: t(`data.rules.${name}`),
          })),
        ]}
        value={state.ruleSet ?? OWN}
        onChange={key =>
          change({ ruleSet: RULE_SETS.find(name => name === key) })
        }
      />
      <Select
        label={t('data.test.label')}
        className={styles.select}
        options={[
          { value: OWN, label: t('data.test.byRules') },
          ...DRIFT_TESTS.map(test => ({
            value: test,
            label: DRIFT_TEST_TITLES[test],
          })),
        ]}
        value={state.test ?? OWN}
        onChange={key =>
          change({ test: DRIFT_TESTS.find(test => test === key) })
        }
      />
    </>
  );
};
