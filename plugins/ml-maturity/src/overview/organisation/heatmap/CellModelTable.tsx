import {
  RubricCheck,
  ScorecardListItem,
} from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { formatShare } from '../../../format/percent';
import { useMaturityHref } from '../../../hooks/useMaturityHref';
import { StateMark } from '../../../status/StateMark';
import { mlMaturityTranslationRef } from '../../../translation';
import { ModelLink, checkQuery } from '../../panel/ModelLink';
import { OwnerName } from '../../panel/OwnerName';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import { standingIn } from './cellChecks';
import panelStyles from '../../panel/panel.module.css';
import styles from './heatmap.module.css';

// The rest is on the model's own page.
const MOST_CHECKS = 5;

interface Props {
  items: readonly ScorecardListItem[];
  /** Checks that the cell sums up. */
  checks: readonly RubricCheck[];
  rubric: string;
}

/** Models with what they miss of some checks. */
export const CellModelTable = ({ items, checks, rubric }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const { t: tState } = useTranslationRef(mlMaturityTranslationRef);
  const href = useMaturityHref();
  return (
    <div className={panelStyles.scroll}>
      <table className={panelStyles.table}>
        <thead>
          <tr>
            <th scope="col">{t('models.name')}</th>
            <th scope="col">{t('models.level')}</th>
            <th scope="col">{t('models.score')}</th>
            <th scope="col">{t('models.open')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(item => {
            const standing = standingIn(checks, item.checks);
            return (
              <tr key={item.entityRef}>
                <th scope="row">
                  <span className={panelStyles.stack}>
                    <ModelLink
                      model={item}
                      query={new URLSearchParams({
                        view: 'checks',
                        rubric,
                      }).toString()}
                    />
                    {item.owner && (
                      <Text variant="body-small" color="secondary">
                        <OwnerName entityRef={item.owner} />
                      </Text>
                    )}
                  </span>
                </th>
                <td className={panelStyles.number}>{item.level}</td>
                <td className={panelStyles.number}>
                  {formatShare(item.score)}
                </td>
                <td>
                  <Text variant="body-small" color="secondary">
                    {standing.total === 0
                      ? t('drill.nothing')
                      : t('drill.passing', {
                          pass: String(standing.pass),
                          total: String(standing.total),
                        })}
                    {standing.unknown > 0 &&
                      `, ${t('drill.unknown', {
                        total: String(standing.unknown),
                      })}`}
                  </Text>
                  <ul className={styles.gaps}>
                    {standing.open.slice(0, MOST_CHECKS).map(check => (
                      <li key={check.id} className={styles.gap}>
                        <StateMark
                          state={item.checks?.[check.id] ?? 'unknown'}
                          label={tState(
                            `state.${item.checks?.[check.id] ?? 'unknown'}`,
                          )}
                        />
                        <Link
                          href={href(
                            item.entityRef,
                            checkQuery(check.id, rubric),
                          )}
                          standalone
                          className={panelStyles.link}
                        >
                          {check.title}
                        </Link>
                      </li>
                    ))}
                  </ul>
                  {standing.open.length > MOST_CHECKS && (
                    <Text variant="body-small" color="secondary">
                      +{standing.open.length - MOST_CHECKS}
                    </Text>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
