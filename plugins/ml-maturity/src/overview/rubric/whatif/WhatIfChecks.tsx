import {
  StatusCounts,
  WhatIfCheck,
} from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import panelStyles from '../../panel/panel.module.css';
import styles from '../rubric.module.css';

/** The checks in which an edited rubric differs. */
export const WhatIfChecks = ({ checks }: { checks: WhatIfCheck[] }) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const differing = checks.filter(({ change }) => change !== 'same');
  const passing = (counts: StatusCounts | null) =>
    counts
      ? t('whatIf.passing', {
          pass: String(counts.pass),
          total: String(
            counts.pass + counts.fail + counts.unknown + counts.error,
          ),
        })
      : t('whatIf.notThere');
  if (differing.length === 0) {
    return <Text as="p">{t('whatIf.noChecks')}</Text>;
  }
  return (
    <div className={panelStyles.scroll}>
      <table className={panelStyles.table}>
        <caption className={styles.caption}>{t('whatIf.checks')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('whatIf.check')}</th>
            <th scope="col">{t('whatIf.change')}</th>
            <th scope="col">{t('whatIf.passBefore')}</th>
            <th scope="col">{t('whatIf.passAfter')}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map(check => (
            <tr key={check.checkId}>
              <th scope="row">{check.title}</th>
              <td>{t(`whatIf.changes.${check.change}`)}</td>
              <td>{passing(check.before)}</td>
              <td>{passing(check.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
