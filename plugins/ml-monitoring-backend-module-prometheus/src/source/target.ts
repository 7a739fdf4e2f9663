import {
  MonitoredDeployment,
  MonitoringSourceError,
} from '@airworthy/plugin-ml-monitoring-node';
import { PrometheusClient } from '../prometheus/PrometheusClient';
import { Preset } from '../presets/types';
import { oneOf, selectorOf } from '../promql/escape';

/** Whose a series is; absent where its labels do not tell. */
export interface Identity {
  variant?: string;
  modelVersion?: string;
}

/** Series that one set of queries asks for. */
export interface Group {
  /** Conditions as they stand between braces. */
  selector: string;
  /** Labels to group by. */
  by: string[];
  identify(labels: Record<string, string>): Identity;
}

/** What is asked, of whom, for one deployment. */
export interface Target {
  client: PrometheusClient;
  preset: Preset;
  groups: Group[];
  /** Label that tells variants apart, where one does. */
  variantLabel?: string;
}

/** Why there are no figures of single variants. */
export const VARIANTS_NOT_TOLD =
  'The metrics do not tell the variants apart: name the labels of each in spec.monitoring.prometheus.variants, or the label in variantLabel';

/** The label by which the variants of a deployment can be told apart; one that is fixed for all of them cannot. */
export function variantLabelOf(
  { monitoring }: MonitoredDeployment,
  preset: Preset,
): string | undefined {
  const { labels = {}, variantLabel, variants } = monitoring.prometheus!;
  if (variants) return undefined;
  if (variantLabel) return variantLabel;
  const { variantLabel: usual } = preset;
  return usual !== undefined && Object.hasOwn(labels, usual)
    ? undefined
    : usual;
}

/** Whether figures of single variants can be had. */
export function tellsVariants(
  deployment: MonitoredDeployment,
  preset: Preset,
): boolean {
  return (
    deployment.monitoring.prometheus?.variants !== undefined ||
    variantLabelOf(deployment, preset) !== undefined
  );
}

/** The variant that a label's value means: by its name, else by the version that it alone serves. */
function variantNamed(
  { variants }: MonitoredDeployment,
  value: string,
): string | undefined {
  if (variants.some(({ name }) => name === value)) return value;
  const serving = variants.filter(({ version }) => version === value);
  return serving.length === 1 ? serving[0].name : undefined;
}

/** Values of a label that mean a variant. */
function valuesOf({ variants }: MonitoredDeployment, name: string): string[] {
  const version = variants.find(variant => variant.name === name)?.version;
  const shared =
    variants.filter(variant => variant.version === version).length > 1;
  return version === undefined || shared ? [name] : [name, version];
}

function versionIn(
  labels: Record<string, string>,
  { versionLabel }: Preset,
): string | undefined {
  return (versionLabel && labels[versionLabel]) || undefined;
}

function distinct(names: (string | undefined)[]): string[] {
  return [...new Set(names.filter(name => name !== undefined))];
}

function groupsByDeclaration(
  deployment: MonitoredDeployment,
  preset: Preset,
  only: string | undefined,
): Group[] {
  const { labels, variants = {} } = deployment.monitoring.prometheus!;
  return Object.entries(variants)
    .filter(([name]) => only === undefined || name === only)
    .map(([variant, own]) => ({
      selector: selectorOf({ ...labels, ...own }),
      by: distinct([preset.versionLabel]),
      identify: found => ({ variant, modelVersion: versionIn(found, preset) }),
    }));
}

function groupByLabel(
  deployment: MonitoredDeployment,
  preset: Preset,
  only: string | undefined,
): Group {
  const { labels = {}, variantLabel: declared } =
    deployment.monitoring.prometheus!;
  const single =
    deployment.variants.length === 1 ? deployment.variants[0].name : undefined;
  const label = variantLabelOf(deployment, preset);
  if (only !== undefined && only !== single && !label) {
    throw new MonitoringSourceError('invalid-data', VARIANTS_NOT_TOLD);
  }
  // One variant needs no telling apart, and its series may change their labels with its version.
  const telling = single !== undefined && !declared ? undefined : label;
  const identify = (found: Record<string, string>): Identity => {
    const modelVersion = versionIn(found, preset);
    const value = telling && found[telling];
    if (!value) return { variant: single, modelVersion };
    const variant = variantNamed(deployment, value);
    const isVersion = telling === preset.versionLabel;
    return {
      variant: variant ?? (isVersion ? undefined : value),
      modelVersion,
    };
  };
  const conditions = [
    selectorOf(labels),
    only !== undefined && telling
      ? oneOf(telling, valuesOf(deployment, only))
      : '',
  ];
  return {
    selector: conditions.filter(Boolean).join(','),
    by: distinct([telling, preset.versionLabel]),
    identify,
  };
}

/** The series of a deployment, or of one of its variants. */
export function groupsOf(
  deployment: MonitoredDeployment,
  preset: Preset,
  only?: string,
): Group[] {
  return deployment.monitoring.prometheus?.variants
    ? groupsByDeclaration(deployment, preset, only)
    : [groupByLabel(deployment, preset, only)];
}
