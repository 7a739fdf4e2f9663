import {
  RolloutStanding,
  strategyOf,
} from '@airworthy/plugin-ml-deployment-common';
import { formatDuration } from '@airworthy/plugin-ml-models-react';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { TrafficDiagram } from '../../diagram/TrafficDiagram';
import { liveFrame, tellingFrame } from '../../diagram/frames';
import { strategiesRouteRef } from '../../routes';
import { Panel } from '../../shared/panel/Panel';
import { mlRolloutTranslationRef } from '../translation';
import styles from './strategy.module.css';

type Planned = RolloutStanding & {
  strategy: NonNullable<RolloutStanding['strategy']>;
};

/** The strategy of the rollout: how requests go now, who sees what, the way back. */
export const StrategyPanel = ({ rollout }: { rollout: Planned }) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const pages = useRouteRef(strategiesRouteRef)?.();
  const strategy = strategyOf(rollout.strategy);
  const { plan, stable, candidate } = rollout;
  const live = liveFrame(rollout);
  const name = (role: 'stable' | 'candidate' | 'shadow', version?: string) =>
    version
      ? `${t(`standing.role.${role}`)} ${version}`
      : t(`standing.role.${role}`);
  const time = plan?.rollbackTime ?? strategy.rollback.time;
  return (
    <Panel title={`${t('strategy.title')}: ${strategy.title}`}>
      <TrafficDiagram
        frame={live ?? tellingFrame(strategy.type)}
        titles={
          live && stable && candidate
            ? {
                old: name('stable', stable.version),
                next: name(candidate.role, candidate.version),
              }
            : undefined
        }
      />
      <Text as="p">{strategy.summary}</Text>
      <dl className={styles.facts}>
        <dt>{t('strategy.usersSee')}</dt>
        <dd>{strategy.usersSee}</dd>
        <dt>{t('strategy.back')}</dt>
        <dd>
          {plan?.rollback ?? strategy.rollback.how}{' '}
          <span className={styles.time}>
            (
            {time === 'PT0S'
              ? t('strategy.atOnce')
              : t('strategy.takes', { time: formatDuration(time) })}
            )
          </span>
        </dd>
      </dl>
      {pages && (
        <Link
          href={`${pages}/${strategy.type}`}
          standalone
          className={styles.link}
        >
          {t('strategy.more', { title: strategy.title })}
        </Link>
      )}
    </Panel>
  );
};
