import { RubricProblem } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import panelStyles from '../../panel/panel.module.css';
import styles from '../rubric.module.css';

interface Props {
  problems: RubricProblem[];
  onLine: (line: number, column?: number) => void;
}

/** What is wrong with an edited rubric, and where. */
export const WhatIfProblems = ({ problems, onLine }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  return (
    <div className={styles.column}>
      <Alert
        role="alert"
        status="danger"
        icon
        title={t('whatIf.problems', { count: problems.length })}
      />
      <div className={panelStyles.scroll}>
        <table className={panelStyles.table}>
          <thead>
            <tr>
              <th scope="col">{t('whatIf.place')}</th>
              <th scope="col">{t('whatIf.field')}</th>
              <th scope="col">{t('whatIf.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem, i) => (
              <tr key={i}>
                <td className={panelStyles.nowrap}>
                  {problem.line === undefined ? (
                    '–'
                  ) : (
                    <Button
                      variant="tertiary"
                      size="small"
                      aria-label={t('whatIf.goTo', {
                        line: String(problem.line),
                      })}
                      onPress={() => onLine(problem.line!, problem.column)}
                    >
                      {t('whatIf.line', { line: String(problem.line) })}
                    </Button>
                  )}
                </td>
                <td>
                  <code className={styles.code}>{problem.field}</code>
                  {problem.checkId && <div>{problem.checkId}</div>}
                </td>
                <td>{problem.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};
