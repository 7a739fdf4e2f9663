import { useMemo } from 'react';
import type {
  PanelAnswer,
  Series,
  SourceAnswer,
} from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TimeFigure } from '@airworthy/plugin-ml-models-react';
import {
  axisUnit,
  formatFigure,
  formatKnown,
  unitFor,
} from '../../shared/figures/formatFigure';
import { metricTitle } from '../../shared/figures/metricTitle';
import { mlMonitoringTranslationRef } from '../../translation';
import { useMarkers } from '../cause/useMarkers';
import { limitLines, limitsOf } from '../checks/thresholdText';
import { useMonitoring } from '../monitoringContext';
import { chartSeries, unitOf } from './chartSeries';

interface Props {
  panel: PanelAnswer<SourceAnswer>;
  series: readonly Series[];
  /** Names that the metric may have; the first that there is. */
  metric: string | readonly string[];
  title?: string;
  isSmall?: boolean;
  fromZero?: boolean;
  /** Feature that the limits are of. */
  feature?: string;
}

/** A metric over time by variant, with its limits and what happened. */
export const MetricFigure = (props: Props) => {
  const { panel, series, metric, isSmall, fromZero } = props;
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { entityRef, variants, state, status } = useMonitoring();
  const markers = useMarkers(panel.markers);
  const name =
    [metric].flat().find(key => series.some(item => item.metric === key)) ??
    [metric].flat()[0];
  const unit = unitFor(name, unitOf(series, name));
  const lines = useMemo(
    () => chartSeries(series, name, variants, t('variant.all')),
    [series, name, variants, t],
  );
  const check =
    limitsOf(panel.checks, name, {
      feature: props.feature,
      variant: state.variant,
    }) ??
    limitsOf(status?.checks ?? [], name, {
      feature: props.feature,
      variant: state.variant,
    });
  const limits = useMemo(
    () => limitLines(check?.threshold, unit, t),
    [check?.threshold, unit, t],
  );
  const title = props.title ?? metricTitle(name);
  const axis = axisUnit(unit);
  const last = lines
    .map(({ label, points }) => {
      const known = points.filter(({ value }) => value !== null);
      return t('chart.last', {
        label,
        value: formatFigure(known.at(-1)?.value, unit) ?? t('unknown'),
      });
    })
    .join(', ');
  return (
    <TimeFigure
      title={title}
      description={t('chart.describe', { title, last })}
      yTitle={axis ? `${title} (${axis})` : title}
      series={lines}
      limits={limits}
      markers={markers}
      from={panel.window.from}
      to={panel.window.to}
      formatValue={value => formatKnown(value, unit)}
      formatTick={value => formatKnown(value, axis === '%' ? unit : '')}
      fileName={`${entityRef.split('/').pop()}-${name}`}
      isSmall={isSmall}
      fromZero={fromZero}
    />
  );
};
