import { useLoad } from '@airworthy/plugin-ml-models-react';
import {
  PortfolioFilter,
  RollupSummary,
  StatusCounts,
} from '@airworthy/plugin-ml-maturity-common';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlMaturityApiRef } from '../../../api/mlMaturityApiRef';
import { formatShare } from '../../../format/percent';
import { Panel } from '../../panel/Panel';
import { OverviewState } from '../../state/overviewState';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import { Figure } from './Figure';
import { LevelDistribution } from './LevelDistribution';
import styles from './summary.module.css';

const COUNT = new Intl.NumberFormat('en-GB');

interface Props {
  filter: PortfolioFilter;
  state: OverviewState;
}

function countedOf({ pass, fail, unknown, error, waived }: StatusCounts) {
  return pass + fail + unknown + error + waived;
}

/** Totals, what is not known, and how the models spread over the levels. */
export const SummaryPanel = ({ filter, state }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const loaded = useLoad(JSON.stringify(filter), signal =>
    api.getRollup({ ...filter, by: 'lifecycle', measure: 'score' }, { signal }),
  );

  const figures = (total: RollupSummary) => {
    const { unknown, error } = total.counts;
    const counted = countedOf(total.counts);
    return (
      <dl className={styles.figures}>
        <Figure
          label={t('summary.models')}
          value={COUNT.format(total.models)}
          detail={
            total.notEvaluated === 0
              ? t('summary.allEvaluated')
              : t('summary.evaluated', { total: COUNT.format(total.evaluated) })
          }
        />
        <Figure
          label={t('summary.score')}
          value={formatShare(total.score)}
          detail={t('summary.scoreOf', {
            total: COUNT.format(total.evaluated),
          })}
        />
        <Figure
          label={t('summary.unknown')}
          value={COUNT.format(unknown)}
          detail={t('summary.unknownOf', {
            share: formatShare(counted ? unknown / counted : null),
          })}
          state="unknown"
        />
        <Figure
          label={t('summary.errors')}
          value={COUNT.format(error)}
          detail={t('summary.errorsOf')}
          state={error ? 'error' : undefined}
        />
        <Figure
          label={t('summary.notEvaluated')}
          value={COUNT.format(total.notEvaluated)}
          detail={t('summary.notEvaluatedOf')}
          state={total.notEvaluated ? 'unknown' : undefined}
        />
        <Figure
          label={t('summary.waived')}
          value={COUNT.format(total.withWaivers)}
          detail={t('summary.waivedOf')}
          state={total.withWaivers ? 'waived' : undefined}
        />
      </dl>
    );
  };

  return (
    <Panel
      title={t('summary.title')}
      loaded={loaded}
      isEmpty={({ total }) => total.models === 0}
      empty={t('summary.empty')}
      height={180}
    >
      {({ total, levels }) => (
        <div className={styles.root}>
          {figures(total)}
          <LevelDistribution total={total} levels={levels} state={state} />
        </div>
      )}
    </Panel>
  );
};
