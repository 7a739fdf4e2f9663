import { Campaign, Rubric } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Alert } from '@backstage/ui';
import { formatShare } from '../../../format/percent';
import { daysUntil } from '../../../format/time';
import { Figure } from '../../organisation/summary/Figure';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import { useGoalText } from '../useGoalText';
import summaryStyles from '../../organisation/summary/summary.module.css';
import styles from '../campaigns.module.css';

interface Props {
  campaign: Campaign;
  rubric?: Rubric;
}

/** How far a campaign is, and what it wants. */
export const CampaignFigures = ({ campaign, rubric }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const goalText = useGoalText();
  const { progress, goal, state } = campaign;
  const time = () => {
    const left = Math.ceil(daysUntil(campaign.dueAt));
    if (state === 'closed') return undefined;
    if (state === 'planned') {
      return t('campaign.daysTo', {
        count: Math.max(Math.ceil(daysUntil(campaign.startsAt)), 0),
      });
    }
    return left >= 0
      ? t('campaign.daysLeft', { count: left })
      : t('campaign.daysOver', { count: -left });
  };
  const wanted =
    'checks' in goal
      ? goal.checks.map(
          id => rubric?.checks.find(check => check.id === id)?.title ?? id,
        )
      : [];
  return (
    <EntityInfoCard title={goalText(goal)}>
      <div className={styles.goal}>
        {wanted.length > 0 && (
          <ul className={styles.wanted}>
            {wanted.map(title => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        )}
        {progress ? (
          <dl className={summaryStyles.figures}>
            <Figure
              label={t('campaign.done')}
              value={`${progress.done} / ${progress.total}`}
              detail={formatShare(
                progress.total ? progress.done / progress.total : null,
              )}
            />
            <Figure
              label={t('campaign.checksDone')}
              value={`${progress.checksDone} / ${progress.checksTotal}`}
              detail={t('campaign.waived', {
                total: String(progress.checksWaived),
              })}
            />
            {time() && <Figure label={t('campaign.time')} value={time()!} />}
          </dl>
        ) : (
          <Alert
            status="warning"
            icon
            title={t('campaigns.noProgress', {
              message: campaign.problem ?? '',
            })}
          />
        )}
      </div>
    </EntityInfoCard>
  );
};
