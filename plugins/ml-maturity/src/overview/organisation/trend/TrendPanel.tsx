import {
  PortfolioFilter,
  Rubric,
  TrendResponse,
} from '@airworthy/plugin-ml-maturity-common';
import {
  formatDate,
  LineFigure,
  useLoad,
} from '@airworthy/plugin-ml-models-react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { mlMaturityApiRef } from '../../../api/mlMaturityApiRef';
import { formatShare } from '../../../format/percent';
import { thin } from '../../../history/thin';
import { Panel } from '../../panel/Panel';
import { SpanSelect } from '../../panel/SpanSelect';
import { OverviewState } from '../../state/overviewState';
import { ChangeOverview } from '../../state/useOverviewState';
import { toneOfLevel } from '../../tones';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import { StackedFigure } from './StackedFigure';
import styles from './trend.module.css';

const MOST_POINTS = 45;

interface Props {
  filter: PortfolioFilter;
  state: OverviewState;
  change: ChangeOverview;
  rubric?: Rubric;
}

/** The share of models at each level and the mean score, by day. */
export const TrendPanel = ({ filter, state, change, rubric }: Props) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const api = useApi(mlMaturityApiRef);
  const request = { ...filter, days: state.days };
  const loaded = useLoad(JSON.stringify(request), signal =>
    api.getTrend(request, { signal }),
  );

  const charts = ({ points: all }: TrendResponse) => {
    const points = thin(
      all.filter(({ models }) => models > 0),
      MOST_POINTS,
    );
    const [first] = points;
    const last = points[points.length - 1];
    const highest = last.levels.length - 1;
    const layers = last.levels.map((_, level) => {
      const title = rubric?.levels.find(item => item.level === level)?.title;
      return {
        key: String(level),
        label: title
          ? t('summary.levelTitled', { level: String(level), title })
          : t('summary.level', { level: String(level) }),
        tone: toneOfLevel(level, highest),
      };
    });
    const sharesOf = (levels: number[], models: number) =>
      Object.fromEntries(
        levels.map((count, level) => [String(level), count / models]),
      );
    const lastShares = sharesOf(last.levels, last.models);
    return (
      <div className={styles.root}>
        <StackedFigure
          title={t('trend.levels')}
          description={t('trend.levelsAbout', {
            day: formatDate(last.day),
            shares: layers
              .map(
                ({ key, label }) => `${label} ${formatShare(lastShares[key])}`,
              )
              .join(', '),
          })}
          xTitle={t('trend.day')}
          totalTitle={t('trend.models')}
          layers={layers}
          points={points.map(({ day, levels, models }) => ({
            x: formatDate(day),
            shares: sharesOf(levels, models),
            total: models,
          }))}
        />
        <LineFigure
          title={t('trend.score')}
          description={t('trend.scoreAbout', {
            from: formatShare(first.score),
            to: formatShare(last.score),
          })}
          xTitle={t('trend.day')}
          yTitle={t('trend.scoreAxis')}
          series={[{ key: 'score', label: t('trend.score') }]}
          points={points.map(({ day, score }) => ({
            x: formatDate(day),
            values: {
              score: score === null ? undefined : Math.round(score * 1e3) / 10,
            },
          }))}
          formatValue={value => `${value}%`}
          height={268}
        />
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          className={styles.note}
        >
          {t('trend.population')}
        </Text>
      </div>
    );
  };

  return (
    <Panel
      title={t('trend.title')}
      loaded={loaded}
      isEmpty={({ points }) =>
        points.filter(({ models }) => models > 0).length < 2
      }
      empty={t('trend.empty')}
      height={320}
      actions={
        <SpanSelect
          label={t('trend.span')}
          days={state.days}
          onChange={days => change({ days })}
        />
      }
    >
      {charts}
    </Panel>
  );
};
