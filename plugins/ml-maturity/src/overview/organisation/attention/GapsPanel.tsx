import { useLoad } from '@airworthy/plugin-ml-models-react';
import { useState } from 'react';
import {
  GapItem,
  PortfolioFilter,
  Rubric,
} from '@airworthy/plugin-ml-maturity-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link, Text } from '@backstage/ui';
import { mlMaturityApiRef } from '../../../api/mlMaturityApiRef';
import { ShareBar } from '../../../summary/ShareBar';
import { mlMaturityTranslationRef } from '../../../translation';
import { Panel } from '../../panel/Panel';
import { OverviewState } from '../../state/overviewState';
import { usePageLinks } from '../../state/usePageLinks';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import panelStyles from '../../panel/panel.module.css';
import styles from './attention.module.css';

const FIRST = 8;

interface Props {
  filter: PortfolioFilter;
  state: OverviewState;
  rubric?: Rubric;
}

/** Checks that models miss, with how many wait for them. */
export const GapsPanel = ({ filter, state, rubric }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const { t: tCommon } = useTranslationRef(mlMaturityTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const links = usePageLinks();
  const [all, setAll] = useState(false);
  const loaded = useLoad(JSON.stringify(filter), signal =>
    api.getGaps(filter, { signal }),
  );
  const categoryTitle = (id: string) =>
    rubric?.categories.find(category => category.id === id)?.title ?? id;

  const row = (item: GapItem) => {
    const missing = item.fail + item.unknown + item.error;
    return (
      <tr key={item.checkId}>
        <th scope="row" className={styles.checkCell}>
          <span className={panelStyles.stack}>
            <Link
              href={links.models({
                ...state,
                results: { check: [item.checkId] },
                cell: undefined,
              })}
              standalone
              className={panelStyles.link}
            >
              {item.title}
            </Link>
            <Text variant="body-small" color="secondary">
              {t('summary.level', { level: String(item.level) })} ·{' '}
              {categoryTitle(item.category)} ·{' '}
              {tCommon(`effort.${item.effort}`)}
            </Text>
          </span>
        </th>
        <td className={styles.missingCell}>
          <span className={panelStyles.stack}>
            <span>
              {t('gaps.missingOf', {
                missing: String(missing),
                models: String(item.models),
              })}
            </span>
            <ShareBar share={item.models ? missing / item.models : 0} />
            <Text variant="body-small" color="secondary">
              {t('gaps.missingBy', {
                fail: String(item.fail),
                unknown: String(item.unknown),
              })}
              {item.error > 0 &&
                t('gaps.missingError', { error: String(item.error) })}
            </Text>
          </span>
        </td>
        <td className={panelStyles.number}>{item.blocks}</td>
        <td className={panelStyles.number}>{item.lifts}</td>
      </tr>
    );
  };

  return (
    <Panel
      title={t('gaps.title')}
      loaded={loaded}
      isEmpty={({ items }) => items.length === 0}
      empty={t('gaps.empty')}
      height={320}
    >
      {({ items }) => (
        <div className={panelStyles.column}>
          <div className={panelStyles.scroll}>
            <table className={panelStyles.table} aria-label={t('gaps.title')}>
              <thead>
                <tr>
                  <th scope="col">{t('gaps.check')}</th>
                  <th scope="col">{t('gaps.missing')}</th>
                  <th scope="col" className={panelStyles.number}>
                    {t('gaps.blocks')}
                  </th>
                  <th scope="col" className={panelStyles.number}>
                    {t('gaps.lifts')}
                  </th>
                </tr>
              </thead>
              <tbody>{(all ? items : items.slice(0, FIRST)).map(row)}</tbody>
            </table>
          </div>
          <Text
            as="p"
            variant="body-small"
            color="secondary"
            className={panelStyles.note}
          >
            {t('gaps.about')}
          </Text>
          {items.length > FIRST && (
            <Button
              variant="secondary"
              size="small"
              className={panelStyles.more}
              onPress={() => setAll(!all)}
            >
              {all
                ? t('showLess')
                : t('showAll', { total: String(items.length) })}
            </Button>
          )}
        </div>
      )}
    </Panel>
  );
};
