import { Rubric, WhatIfResponse } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { formatShare } from '../../../format/percent';
import { Figure } from '../../organisation/summary/Figure';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import { WhatIfChecks } from './WhatIfChecks';
import { WhatIfMoves } from './WhatIfMoves';
import panelStyles from '../../panel/panel.module.css';
import summaryStyles from '../../organisation/summary/summary.module.css';
import styles from '../rubric.module.css';

interface Props {
  result: Extract<WhatIfResponse, { valid: true }>;
  rubric: Rubric;
}

/** What an edited rubric would do to the models. */
export const WhatIfOutcome = ({ result, rubric }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const figures = [
    'rises',
    'falls',
    'rescored',
    'unchanged',
    'joins',
    'leaves',
  ] as const;
  const levels = Array.from(
    {
      length: Math.max(result.levelsBefore.length, result.levelsAfter.length),
    },
    (_, level) => level,
  );
  return (
    <div className={styles.column}>
      <Text as="h3" variant="body-large" weight="bold">
        {t('whatIf.outcome', {
          models: t('modelCount', { count: result.models }),
        })}
      </Text>
      <Text variant="body-small" color="secondary">
        {t('whatIf.versions', {
          before: result.versionBefore,
          after: result.versionAfter,
        })}
      </Text>
      <dl className={summaryStyles.figures}>
        {figures.map(name => (
          <Figure
            key={name}
            label={t(`whatIf.${name}`)}
            value={String(result[name])}
          />
        ))}
        <Figure
          label={t('whatIf.mean')}
          value={formatShare(result.scoreAfter)}
          detail={t('whatIf.was', { value: formatShare(result.scoreBefore) })}
        />
      </dl>
      <div className={panelStyles.scroll}>
        <table className={panelStyles.table}>
          <caption className={styles.caption}>{t('whatIf.levels')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('whatIf.level')}</th>
              <th scope="col" className={panelStyles.number}>
                {t('whatIf.before')}
              </th>
              <th scope="col" className={panelStyles.number}>
                {t('whatIf.after')}
              </th>
            </tr>
          </thead>
          <tbody>
            {levels.map(level => (
              <tr key={level}>
                <th scope="row">
                  {level}{' '}
                  {rubric.levels.find(item => item.level === level)?.title}
                </th>
                <td className={panelStyles.number}>
                  {result.levelsBefore[level] ?? 0}
                </td>
                <td className={panelStyles.number}>
                  {result.levelsAfter[level] ?? 0}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <WhatIfMoves result={result} rubric={rubric} />
      <WhatIfChecks checks={result.checks} />
    </div>
  );
};
