import { Mover, PortfolioFilter } from '@airworthy/plugin-ml-maturity-common';
import { formatDate, useLoad } from '@airworthy/plugin-ml-models-react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { RiArrowRightDownLine, RiArrowRightUpLine } from '@remixicon/react';
import { mlMaturityApiRef } from '../../../api/mlMaturityApiRef';
import { formatPoints, formatShare } from '../../../format/percent';
import { ModelLink } from '../../panel/ModelLink';
import { OwnerName } from '../../panel/OwnerName';
import { Panel } from '../../panel/Panel';
import { SpanSelect } from '../../panel/SpanSelect';
import { OverviewState } from '../../state/overviewState';
import { ChangeOverview } from '../../state/useOverviewState';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import panelStyles from '../../panel/panel.module.css';
import styles from './attention.module.css';

interface Props {
  filter: PortfolioFilter;
  state: OverviewState;
  change: ChangeOverview;
}

const MoverList = ({
  title,
  none,
  items,
  rises,
}: {
  title: string;
  none: string;
  items: Mover[];
  rises: boolean;
}) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const Icon = rises ? RiArrowRightUpLine : RiArrowRightDownLine;
  return (
    <div className={panelStyles.column}>
      <Text as="h4" variant="body-medium" weight="bold">
        {title}
      </Text>
      {items.length === 0 && (
        <Text as="p" color="secondary">
          {none}
        </Text>
      )}
      <ul className={styles.list}>
        {items.map(item => (
          <li key={item.entityRef} className={styles.item}>
            <Icon className={styles.icon} data-rises={rises} aria-hidden />
            <span className={styles.main}>
              <ModelLink model={item} query="view=history" />
              {item.owner && (
                <Text variant="body-small" color="secondary">
                  <OwnerName entityRef={item.owner} />
                </Text>
              )}
            </span>
            <span className={styles.side}>
              <span>
                {t('movers.score', {
                  from: formatShare(item.scoreBefore),
                  to: formatShare(item.scoreAfter),
                })}
              </span>
              <Text variant="body-small" color="secondary">
                {item.levelBefore !== item.levelAfter
                  ? t('movers.level', {
                      from: String(item.levelBefore),
                      to: String(item.levelAfter),
                    })
                  : t('movers.points', {
                      points: formatPoints(
                        (item.scoreAfter ?? 0) - (item.scoreBefore ?? 0),
                      ),
                    })}
              </Text>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** The models that rose and fell the most. */
export const MoversPanel = ({ filter, state, change }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const request = { ...filter, days: state.days, limit: 6 };
  const loaded = useLoad(JSON.stringify(request), signal =>
    api.getMovers(request, { signal }),
  );
  return (
    <Panel
      title={t('movers.title')}
      loaded={loaded}
      height={280}
      actions={
        <SpanSelect
          label={t('trend.span')}
          days={state.days}
          onChange={days => change({ days })}
        />
      }
    >
      {({ rises, falls, risen, fallen, since }) => (
        <div className={panelStyles.column}>
          <div className={styles.columns}>
            <MoverList
              title={t('movers.rises', { total: String(risen) })}
              none={t('movers.noRises')}
              items={rises}
              rises
            />
            <MoverList
              title={t('movers.falls', { total: String(fallen) })}
              none={t('movers.noFalls')}
              items={falls}
              rises={false}
            />
          </div>
          <Text variant="body-small" color="secondary">
            {t('movers.since', { day: formatDate(since) })}
          </Text>
        </div>
      )}
    </Panel>
  );
};
