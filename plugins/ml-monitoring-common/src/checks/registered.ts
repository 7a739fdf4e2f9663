import type { MlModelVersion } from '@airworthy/plugin-ml-models-common';

const ALIASES: Record<string, readonly string[]> = {
  roc_auc: ['rocauc', 'auc', 'auroc', 'aucroc', 'areaundercurve'],
  pr_auc: ['prauc', 'aucpr', 'auprc', 'averageprecision'],
  accuracy: ['accuracy', 'acc'],
  f1: ['f1', 'f1score'],
  precision: ['precision'],
  recall: ['recall'],
  mae: ['mae', 'meanabsoluteerror'],
  rmse: ['rmse', 'rootmeansquarederror'],
  mape: ['mape', 'meanabsolutepercentageerror'],
};

const PERCENT = new Set(['percent', '%']);

/**
 * A figure that a model registers for a version, over all data; shares as a
 * fraction of one.
 *
 * @public
 */
export function registeredFigure(
  version: Pick<MlModelVersion, 'metrics'> | undefined,
  metric: string,
): number | undefined {
  const names = ALIASES[metric] ?? [metric];
  const found = version?.metrics?.find(
    ({ name, slice }) =>
      !slice && names.includes(name.toLowerCase().replace(/[^a-z0-9]/g, '')),
  );
  if (!found) return undefined;
  return PERCENT.has(found.unit ?? '') ? found.value / 100 : found.value;
}
