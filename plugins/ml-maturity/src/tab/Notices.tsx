import { formatRubricProblem } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { formatAge } from '../format/time';
import { mlMaturityTranslationRef } from '../translation';
import { useMaturity } from './maturityContext';
import styles from './tab.module.css';

/** What keeps the scorecard from being as new or as right as it should be. */
export const Notices = () => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { card } = useMaturity();
  const failing = card.collectors.filter(({ failure }) => failure);
  const { problems, current } = card.rubric;
  return (
    <>
      {failing.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('collector.failing', { count: failing.length })}
          description={
            <ul className={styles.problems}>
              {failing.map(({ id, collectedAt, failure }) => (
                <li key={id}>
                  {collectedAt
                    ? t('collector.failed', {
                        id,
                        age: formatAge(collectedAt),
                        at: formatAge(failure!.at),
                        message: failure!.message,
                      })
                    : t('collector.missing', {
                        id,
                        at: formatAge(failure!.at),
                        message: failure!.message,
                      })}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {problems.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('rubricProblems', { count: problems.length })}
          description={
            <ul className={styles.problems}>
              {problems.map(problem => (
                <li key={formatRubricProblem(problem)}>
                  {formatRubricProblem(problem)}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {!current && <Alert status="info" icon title={t('notCurrent')} />}
    </>
  );
};
