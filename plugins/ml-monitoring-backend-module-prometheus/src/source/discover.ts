import { Discovery, TimeWindow } from '@airworthy/plugin-ml-monitoring-common';
import { MonitoredDeployment } from '@airworthy/plugin-ml-monitoring-node';
import { Preset } from '../presets/types';
import { oneOf } from '../promql/escape';
import { PrometheusClient } from '../prometheus/PrometheusClient';

const HOUR_SECONDS = 3_600;

/** Series that are looked at of a server; a deployment has few, and one label value may be everywhere. */
const MOST_SERIES = 2_000;

interface Found {
  preset: Preset;
  metric: string;
  label: string;
  value: string;
  series: Record<string, string>[];
}

/** Names of a deployment and its model as a label may write them. */
function writtenAs(
  { names }: MonitoredDeployment,
  forms: readonly string[],
): string[] {
  return [names.deployment, names.model].flatMap(name =>
    name ? forms.map(form => form.replace('{name}', name)) : [],
  );
}

function labelsOf(presets: Preset[]): Map<string, Preset[]> {
  const byLabel = new Map<string, Preset[]>();
  for (const preset of presets) {
    for (const label of Object.keys(preset.discovery?.names ?? {})) {
      byLabel.set(label, [...(byLabel.get(label) ?? []), preset]);
    }
  }
  return byLabel;
}

/** One selector a label: the metrics of all presets that have it, and the names that it may hold. */
function selectorsOf(
  deployment: MonitoredDeployment,
  presets: Preset[],
): string[] {
  return [...labelsOf(presets)].map(([label, having]) => {
    const metrics = having.flatMap(({ discovery }) => discovery!.metrics);
    const values = having.flatMap(({ discovery }) =>
      writtenAs(deployment, discovery!.names[label]),
    );
    const conditions = [
      oneOf('__name__', [...new Set(metrics)]),
      oneOf(label, [...new Set(values)]),
    ];
    return `{${conditions.join(',')}}`;
  });
}

/** The first label of a preset, in its order, under which series have a name of the deployment. */
function findPreset(
  deployment: MonitoredDeployment,
  preset: Preset,
  series: Record<string, string>[],
): Found[] {
  const { metrics, names } = preset.discovery!;
  for (const metric of metrics) {
    for (const [label, forms] of Object.entries(names)) {
      for (const value of writtenAs(deployment, forms)) {
        const fitting = series.filter(
          labels => labels.__name__ === metric && labels[label] === value,
        );
        if (fitting.length) {
          return [{ preset, metric, label, value, series: fitting }];
        }
      }
    }
  }
  return [];
}

/** The label that has more than one value, or the value of a variant, tells the variants apart. */
function variantLabelFor(
  { variants }: MonitoredDeployment,
  { preset, label, series }: Found,
): string | undefined {
  const usual = preset.variantLabel;
  const known = new Set(
    variants.flatMap(({ name, version }) => [name, version]),
  );
  const labels = new Set(series.flatMap(one => Object.keys(one)));
  const naming = [...labels].filter(
    name =>
      name !== label &&
      name !== '__name__' &&
      new Set(series.map(one => one[name]).filter(v => known.has(v))).size ===
        variants.length,
  );
  // What the preset takes anyway need not be said.
  return variants.length < 2 || (usual && naming.includes(usual))
    ? undefined
    : naming[0];
}

async function toDiscovery(
  deployment: MonitoredDeployment,
  client: PrometheusClient,
  found: Found,
  about: { window: TimeWindow; notices: string[]; rowsRead: number },
  signal: AbortSignal,
): Promise<Discovery> {
  const { preset, metric, label, value, series } = found;
  const { name } = client.config;
  const help = await client.help(metric, signal).catch(() => undefined);
  const variantLabel = variantLabelFor(deployment, found);
  return {
    source: { type: 'prometheus', name },
    window: about.window,
    rowsRead: about.rowsRead,
    answeredAt: new Date().toISOString(),
    notices: [...about.notices, ...preset.notices],
    location: `${preset.title} at Prometheus ${name}, ${label} ${value}`,
    metrics: [{ name: metric, ...(help && { help }), series: series.length }],
    proposal: {
      prometheus: {
        server: name,
        preset: preset.name,
        labels: { [label]: value },
        ...(variantLabel && { variantLabel }),
      },
    },
  };
}

/** Looks for series of the last hour that are named as a deployment or its model; those of its runtime come first. */
export async function discoverAt(
  deployment: MonitoredDeployment,
  client: PrometheusClient,
  presets: Iterable<Preset>,
  signal: AbortSignal,
): Promise<Discovery[]> {
  const known = [...presets].filter(({ discovery }) => discovery);
  const now = Math.floor(Date.now() / 1000);
  const start = now - HOUR_SECONDS;
  const { data, warnings } = await client.series(
    selectorsOf(deployment, known),
    { start, end: now, limit: MOST_SERIES, signal },
  );
  const isRuntime = ({ name }: Preset) => name === deployment.runtime;
  const found = known
    .sort((a, b) => Number(isRuntime(b)) - Number(isRuntime(a)))
    .flatMap(preset => findPreset(deployment, preset, data));
  const about = {
    window: {
      from: new Date(start * 1000).toISOString(),
      to: new Date(now * 1000).toISOString(),
    },
    notices: warnings,
    rowsRead: data.length,
  };
  return Promise.all(
    found.map(one => toDiscovery(deployment, client, one, about, signal)),
  );
}
