import { useState } from 'react';
import { CampaignDetail } from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link, Text } from '@backstage/ui';
import { useMaturityHref } from '../../../hooks/useMaturityHref';
import { StateMark } from '../../../status/StateMark';
import { mlMaturityTranslationRef } from '../../../translation';
import { ModelLink, checkQuery } from '../../panel/ModelLink';
import { OwnerName } from '../../panel/OwnerName';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import panelStyles from '../../panel/panel.module.css';
import heatmapStyles from '../../organisation/heatmap/heatmap.module.css';

const STEP = 20;
const MOST_CHECKS = 4;

/** The models that have not reached the goal, with what they miss. */
export const LeftList = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const { t: tCommon } = useTranslationRef(mlMaturityTranslationRef);
  const href = useMaturityHref();
  const [limit, setLimit] = useState(STEP);
  const { left, rubricId, progress } = campaign;
  if (left.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t(
          progress?.total === 0 ? 'campaign.leftNoModels' : 'campaign.leftNone',
        )}
      </Text>
    );
  }
  return (
    <div className={panelStyles.column}>
      <div className={panelStyles.scroll}>
        <table className={panelStyles.table} aria-label={t('campaign.left')}>
          <thead>
            <tr>
              <th scope="col">{t('models.name')}</th>
              <th scope="col">{t('models.owner')}</th>
              <th scope="col">{t('campaign.missing')}</th>
            </tr>
          </thead>
          <tbody>
            {left.slice(0, limit).map(model => (
              <tr key={model.entityRef}>
                <th scope="row">
                  <ModelLink model={model} query={`rubric=${rubricId}`} />
                </th>
                <td>
                  {model.owner ? (
                    <OwnerName entityRef={model.owner} />
                  ) : (
                    t('campaign.noTeam')
                  )}
                </td>
                <td>
                  {model.missing.length === 0 && (
                    <Text color="secondary">{t('campaign.waits')}</Text>
                  )}
                  <ul className={heatmapStyles.gaps}>
                    {model.missing.slice(0, MOST_CHECKS).map(check => (
                      <li key={check.checkId} className={heatmapStyles.gap}>
                        <StateMark
                          state={check.status}
                          label={tCommon(`state.${check.status}`)}
                        />
                        <Link
                          href={href(
                            model.entityRef,
                            checkQuery(check.checkId, rubricId),
                          )}
                          standalone
                          className={panelStyles.link}
                        >
                          {check.title}
                        </Link>
                      </li>
                    ))}
                  </ul>
                  {model.missing.length > MOST_CHECKS && (
                    <Text variant="body-small" color="secondary">
                      +{model.missing.length - MOST_CHECKS}
                    </Text>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left.length > limit && (
        <Button
          variant="secondary"
          size="small"
          className={panelStyles.more}
          onPress={() => setLimit(limit + STEP)}
        >
          {t('showMore')}
        </Button>
      )}
    </div>
  );
};
