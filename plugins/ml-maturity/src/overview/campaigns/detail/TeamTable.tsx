import { CampaignTeam } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { ShareBar } from '../../../summary/ShareBar';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import panelStyles from '../../panel/panel.module.css';
import styles from '../campaigns.module.css';

/** How far each team is, those with the most to do first. */
export const TeamTable = ({ teams }: { teams: CampaignTeam[] }) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const part = (done: number, total: number) => (
    <span className={panelStyles.stack}>
      <span>
        {done} / {total}
      </span>
      <ShareBar share={total ? done / total : 0} />
    </span>
  );
  if (teams.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('campaign.leftNoModels')}
      </Text>
    );
  }
  return (
    <div className={panelStyles.scroll}>
      <table className={panelStyles.table} aria-label={t('campaign.teams')}>
        <thead>
          <tr>
            <th scope="col">{t('campaign.team')}</th>
            <th scope="col">{t('campaign.models')}</th>
            <th scope="col">{t('campaign.checks')}</th>
          </tr>
        </thead>
        <tbody>
          {teams.map(team => (
            <tr key={team.owner ?? ''}>
              <th scope="row">
                <bdi>{team.owner ? team.title : t('campaign.noTeam')}</bdi>
              </th>
              <td className={styles.part}>{part(team.done, team.total)}</td>
              <td className={styles.part}>
                {part(team.checksDone, team.checksTotal)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
