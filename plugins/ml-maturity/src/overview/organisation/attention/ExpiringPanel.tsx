import { useLoad } from '@airworthy/plugin-ml-models-react';
import {
  ExpiringItem,
  PortfolioFilter,
} from '@airworthy/plugin-ml-maturity-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { RiShieldLine, RiUserVoiceLine } from '@remixicon/react';
import { useState } from 'react';
import { Button, Link } from '@backstage/ui';
import { mlMaturityApiRef } from '../../../api/mlMaturityApiRef';
import { formatDistance } from '../../../format/time';
import { useMaturityHref } from '../../../hooks/useMaturityHref';
import { Person } from '../../../tab/Person';
import { ModelLink, checkQuery } from '../../panel/ModelLink';
import { Panel } from '../../panel/Panel';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import panelStyles from '../../panel/panel.module.css';
import styles from './attention.module.css';

const FIRST = 6;
const LIMIT = 200;

/** Answers and waivers that end soon or ended lately. */
export const ExpiringPanel = ({ filter }: { filter: PortfolioFilter }) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const href = useMaturityHref();
  const [all, setAll] = useState(false);
  const request = { ...filter, days: 30, pastDays: 30, limit: LIMIT };
  const loaded = useLoad(JSON.stringify(request), signal =>
    api.getExpiring(request, { signal }),
  );

  const kindOf = ({ kind, decision }: ExpiringItem) => {
    if (kind === 'attestation') return t('expiring.attestation');
    return decision === 'requested'
      ? t('expiring.requested')
      : t('expiring.waiver');
  };
  const entry = (item: ExpiringItem) => {
    const Icon = item.kind === 'waiver' ? RiShieldLine : RiUserVoiceLine;
    return (
      <li key={`${item.kind}-${item.id}`} className={styles.item}>
        <Icon className={styles.icon} aria-hidden />
        <span className={styles.main}>
          <Link
            href={href(item.entityRef, checkQuery(item.checkId, filter.rubric))}
            standalone
            className={panelStyles.link}
          >
            {item.checkTitle}
          </Link>
          <Text variant="body-small" color="secondary">
            {kindOf(item)} · <ModelLink model={item} /> ·{' '}
            <Person entityRef={item.by} />
          </Text>
        </span>
        <Text
          variant="body-small"
          color={item.expired ? 'danger' : 'primary'}
          className={styles.side}
        >
          {t(item.expired ? 'expiring.expired' : 'expiring.expires', {
            when: formatDistance(item.expiresAt),
          })}
        </Text>
      </li>
    );
  };

  return (
    <Panel
      title={t('expiring.title')}
      loaded={loaded}
      isEmpty={({ items }) => items.length === 0}
      empty={t('expiring.empty')}
      height={280}
    >
      {({ items, totalItems }) => (
        <div className={panelStyles.column}>
          <ul className={styles.list}>
            {(all ? items : items.slice(0, FIRST)).map(entry)}
          </ul>
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
          <Text variant="body-small" color="secondary">
            {t('expiring.about', { count: totalItems })}
          </Text>
        </div>
      )}
    </Panel>
  );
};
