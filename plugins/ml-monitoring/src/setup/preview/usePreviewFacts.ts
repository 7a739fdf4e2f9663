import { useMemo } from 'react';
import {
  DataHealth,
  ModelHealth,
  ModelQuality,
  ServiceHealth,
} from '@airworthy/plugin-ml-monitoring-common';
import { formatCount, formatNumber } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatFigure } from '../../shared/figures/formatFigure';
import { mlSetupTranslationRef } from '../translation';

const WORST = 3;

interface PreviewFact {
  label: string;
  value: string;
}

/** The latency of the slowest variant: what some users meet. */
function slowest({ variants }: ServiceHealth): number | null {
  const known = variants
    .map(({ latency }) => latency.p95)
    .filter(p95 => p95 !== null);
  return known.length ? Math.max(...known) : null;
}

function sumOf(values: (number | null)[]): number | null {
  const known = values.filter(value => value !== null);
  return known.length ? known.reduce((a, b) => a + b, 0) : null;
}

/** The figure of quality that people ask for first. */
function mainQuality(quality: ModelQuality): [string, number | null] {
  switch (quality.kind) {
    case 'regression':
      return ['RMSE', quality.quality.rmse.value];
    case 'estimate':
      return ['ROC AUC', quality.quality.rocAuc];
    default:
      return quality.ranking
        ? ['ROC AUC', quality.ranking.rocAuc.value]
        : ['Accuracy', quality.quality.accuracy.value];
  }
}

/** What a preview says, a few figures of each group. */
export function usePreviewFacts() {
  const { t } = useTranslationRef(mlSetupTranslationRef);
  return useMemo(() => {
    const none = t('preview.none');
    const figure = (value: number | null | undefined, unit: string) =>
      formatFigure(value, unit) ?? none;
    return {
      service(answer: ServiceHealth): PreviewFact[] {
        const requests = sumOf(answer.variants.map(v => v.requests));
        const errors = sumOf(answer.variants.map(v => v.errors));
        return [
          {
            label: t('preview.requests'),
            value: requests === null ? none : formatCount(requests),
          },
          {
            label: t('preview.errorRatio'),
            value: figure(
              requests && errors !== null ? errors / requests : null,
              'ratio',
            ),
          },
          { label: t('preview.p95'), value: figure(slowest(answer), 'ms') },
          {
            label: t('preview.variants'),
            value:
              answer.variants
                .map(({ variant, modelVersion }) =>
                  [variant, modelVersion].filter(Boolean).join(' '),
                )
                .filter(Boolean)
                .join(', ') || none,
          },
        ];
      },
      data(answer: DataHealth): PreviewFact[] {
        const { features, baseline } = answer;
        const bad = features.filter(
          ({ status }) => status === 'critical' || status === 'warning',
        );
        return [
          {
            label: t('preview.features'),
            value: String(features.length),
          },
          {
            label: t('preview.baseline'),
            value: baseline
              ? baseline.baseline.name ??
                baseline.baseline.path ??
                baseline.kind
              : t('preview.noBaseline'),
          },
          {
            label: t('preview.worst'),
            value:
              bad
                .slice(0, WORST)
                .map(({ feature, drift }) =>
                  drift && Number.isFinite(drift.value)
                    ? `${feature} (${drift.plan.title} ${formatNumber(
                        drift.value,
                      )})`
                    : feature,
                )
                .join(', ') || none,
          },
        ];
      },
      model(answer: ModelHealth): PreviewFact[] {
        const { labels, quality, generation } = answer;
        const facts: PreviewFact[] = [];
        if (labels) {
          facts.push({
            label: t('preview.labelled'),
            value: figure(
              labels.predictions > 0
                ? labels.labelled / labels.predictions
                : null,
              'ratio',
            ),
          });
        }
        if (quality) {
          const [name, value] = mainQuality(quality);
          facts.push({
            label: name,
            value: [
              figure(value, ''),
              quality.kind === 'estimate' ? `(${t('preview.estimate')})` : '',
            ].join(' '),
          });
        }
        if (generation) {
          facts.push({
            label: 'Time to first token p95',
            value: figure(generation.timeToFirstTokenMs.p95, 'ms'),
          });
        }
        return facts;
      },
    };
  }, [t]);
}
