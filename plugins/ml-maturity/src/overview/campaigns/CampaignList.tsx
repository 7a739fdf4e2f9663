import { Campaign } from '@airworthy/plugin-ml-maturity-common';
import { formatDate, useLoad } from '@airworthy/plugin-ml-models-react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { mlMaturityApiRef } from '../../api/mlMaturityApiRef';
import { ShareBar } from '../../summary/ShareBar';
import { OwnerName } from '../panel/OwnerName';
import { Panel } from '../panel/Panel';
import { parseOverviewState } from '../state/overviewState';
import { usePageLinks } from '../state/usePageLinks';
import { mlMaturityOverviewTranslationRef } from '../translation';
import { NewCampaign } from './NewCampaign';
import { StateBadge } from './StateBadge';
import { useGoalText } from './useGoalText';
import panelStyles from '../panel/panel.module.css';
import styles from './campaigns.module.css';

const EMPTY = parseOverviewState(new URLSearchParams());

/** All campaigns with how far they are. */
export const CampaignList = ({ onOpen }: { onOpen: (id: string) => void }) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const links = usePageLinks();
  const goalText = useGoalText();
  const loaded = useLoad('campaigns', signal => api.listCampaigns({ signal }));

  const dates = (campaign: Campaign) => {
    const { state, startsAt, dueAt, closedAt } = campaign;
    if (state === 'closed') {
      return t('campaigns.closedOn', { day: formatDate(closedAt ?? dueAt) });
    }
    return state === 'planned'
      ? t('campaigns.starts', { day: formatDate(startsAt) })
      : t('campaigns.due', { day: formatDate(dueAt) });
  };
  const progress = ({ progress: value, problem }: Campaign) =>
    value ? (
      <span className={panelStyles.stack}>
        <span>
          {t('campaigns.progress', {
            done: String(value.done),
            total: String(value.total),
          })}
        </span>
        <ShareBar share={value.total ? value.done / value.total : 0} />
        <Text variant="body-small" color="secondary">
          {t('campaigns.checks', {
            done: String(value.checksDone),
            total: String(value.checksTotal),
          })}
        </Text>
      </span>
    ) : (
      <Text variant="body-small" color="secondary">
        {t('campaigns.noProgress', { message: problem ?? '' })}
      </Text>
    );

  return (
    <div className={styles.page}>
      <div className={styles.intro}>
        <Text as="p" color="secondary" className={panelStyles.note}>
          {t('campaigns.about')}
        </Text>
        <NewCampaign onOpen={onOpen} />
      </div>
      <Panel
        title={t('campaigns.title')}
        loaded={loaded}
        isEmpty={({ items }) => items.length === 0}
        empty={`${t('campaigns.empty')} ${t('campaigns.emptyAbout')}`}
        height={280}
      >
        {({ items }) => (
          <div className={panelStyles.scroll}>
            <table
              className={panelStyles.table}
              aria-label={t('campaigns.title')}
            >
              <thead>
                <tr>
                  <th scope="col">{t('form.name')}</th>
                  <th scope="col">{t('campaign.goal')}</th>
                  <th scope="col">{t('campaign.done')}</th>
                  <th scope="col">{t('form.owner')}</th>
                  <th scope="col">{t('campaign.time')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(campaign => (
                  <tr key={campaign.id}>
                    <th scope="row" className={styles.name}>
                      <span className={panelStyles.stack}>
                        <Link
                          href={links.campaigns({
                            ...EMPTY,
                            campaign: campaign.id,
                          })}
                          standalone
                          className={panelStyles.link}
                        >
                          <bdi>{campaign.title}</bdi>
                        </Link>
                        {campaign.description && (
                          <Text
                            variant="body-small"
                            color="secondary"
                            className={styles.description}
                          >
                            {campaign.description}
                          </Text>
                        )}
                      </span>
                    </th>
                    <td>{goalText(campaign.goal)}</td>
                    <td className={styles.progress}>{progress(campaign)}</td>
                    <td>
                      <OwnerName entityRef={campaign.owner} />
                    </td>
                    <td>
                      <span className={styles.time}>
                        <StateBadge state={campaign.state} />
                        <Text variant="body-small" color="secondary">
                          {dates(campaign)}
                        </Text>
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Panel>
    </div>
  );
};
