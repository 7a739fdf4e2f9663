import type { MlModelMetric, MlModelVersion } from '../kinds/MlModel';
import { MAX_VERSIONS } from '../kinds/fields';
import { legalKeyword, legalTime, legalUrl } from './legal';
import type {
  RegistryColumn,
  RegistryMetric,
  RegistryVersion,
} from './RegistryModel';
import { cut, longText, oneLine, withoutNul } from './text';

const MOST_METRICS = 200;
const MOST_PARAMETERS = 500;
const MOST_ALIASES = 20;
const MOST_INPUTS = 2_000;
const MOST_OUTPUTS = 200;
// Keys that reach an object's prototype where code merges or indexes by key.
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

/** Notes what the mapping changed or left out. */
export type Note = (text: string) => void;

function toMetrics(metrics: RegistryMetric[], note: Note): MlModelMetric[] {
  const seen = new Set<string>();
  const mapped: MlModelMetric[] = [];
  for (const metric of metrics) {
    const name = oneLine(metric.name, 100);
    if (!name || !Number.isFinite(metric.value)) {
      note(`figure "${name ?? ''}" has no finite value`);
      continue;
    }
    const figure: MlModelMetric = {
      name,
      value: metric.value,
      unit: oneLine(metric.unit, 30),
      direction: metric.direction,
      dataset: oneLine(metric.dataset, 200),
      slice: oneLine(metric.slice, 200),
      source: legalUrl(metric.source),
    };
    const key = [figure.name, figure.dataset, figure.slice, figure.unit]
      .filter(Boolean)
      .join(', ');
    if (seen.has(key)) {
      note(`figure "${key}" is given more than once`);
      continue;
    }
    seen.add(key);
    mapped.push(figure);
  }
  if (mapped.length > MOST_METRICS) {
    note(`${mapped.length - MOST_METRICS} more figures are left out`);
  }
  return mapped.slice(0, MOST_METRICS);
}

function toParameters(
  parameters: Record<string, string | number | boolean>,
  note: Note,
): Record<string, string | number | boolean> {
  const entries = Object.entries(parameters).flatMap(([key, value]) => {
    const name = oneLine(key, 100);
    if (!name || UNSAFE.has(name)) return [];
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return [[name, String(value)] as const];
    }
    return [
      [
        name,
        typeof value === 'string' ? cut(withoutNul(value), 500) : value,
      ] as const,
    ];
  });
  if (entries.length > MOST_PARAMETERS) {
    note(`${entries.length - MOST_PARAMETERS} more parameters are left out`);
  }
  return Object.fromEntries(entries.slice(0, MOST_PARAMETERS));
}

function toColumns(columns: RegistryColumn[], most: number): RegistryColumn[] {
  return columns.slice(0, most).flatMap((column, i) => {
    const type = oneLine(column.type, 60);
    // A tensor may have no name.
    const name = oneLine(column.name, 200) ?? `${i}`;
    return type ? [{ name, type, required: column.required }] : [];
  });
}

function toSignature(signature: RegistryVersion['signature']) {
  if (!signature) return undefined;
  const { inputs, outputs } = signature;
  return {
    inputs: toColumns(inputs, MOST_INPUTS),
    outputs: outputs && toColumns(outputs, MOST_OUTPUTS),
  };
}

function toRun(run: RegistryVersion['run']) {
  const commit = run?.commit?.toLocaleLowerCase('en-US');
  const mapped = {
    id: oneLine(run?.id, 200),
    url: legalUrl(run?.url),
    commit: commit && /^[0-9a-f]{7,64}$/.test(commit) ? commit : undefined,
  };
  return Object.values(mapped).some(Boolean) ? mapped : undefined;
}

function toVersion(
  version: RegistryVersion,
  name: string,
  takenAliases: Set<string>,
  note: Note,
): MlModelVersion {
  const say: Note = text => note(`version ${name}: ${text}`);
  const aliases: string[] = [];
  for (const alias of version.aliases ?? []) {
    const word = legalKeyword(alias);
    if (!word) say(`alias "${cut(alias, 60)}" has no legal letters`);
    else if (takenAliases.has(word)) say(`alias "${word}" is given twice`);
    else if (aliases.length < MOST_ALIASES) {
      takenAliases.add(word);
      aliases.push(word);
    }
  }
  const { metrics = [], parameters = {} } = version;
  return {
    version: name,
    aliases: aliases.length ? aliases : undefined,
    createdAt: legalTime(version.createdAt),
    description: longText(version.description, 2_000),
    source: longText(version.source, 2_048),
    registry: legalUrl(version.url),
    run: toRun(version.run),
    metrics: metrics.length ? toMetrics(metrics, say) : undefined,
    hyperparameters: Object.keys(parameters).length
      ? toParameters(parameters, say)
      : undefined,
    signature: toSignature(version.signature),
  };
}

/** Newest first: by number where each has one, else by time, else as they came. */
export function newestFirst(versions: RegistryVersion[]): RegistryVersion[] {
  const time = (v: RegistryVersion) => Date.parse(legalTime(v.createdAt) ?? '');
  const number = (v: RegistryVersion) =>
    /^\d{1,15}$/.test(v.version) ? Number(v.version) : NaN;
  for (const order of [number, time]) {
    if (versions.every(v => !Number.isNaN(order(v)))) {
      return [...versions].sort((a, b) => order(b) - order(a));
    }
  }
  return versions;
}

/**
 * Versions that an entity lists, newest first. Those in use, which have an
 * alias, stay before newer ones that nothing points to.
 */
function chooseVersions(versions: RegistryVersion[]): RegistryVersion[] {
  const sorted = newestFirst(versions);
  if (sorted.length <= MAX_VERSIONS) return sorted;
  const used = sorted.filter(v => v.aliases?.length).slice(0, MAX_VERSIONS);
  const rest = sorted.filter(v => !v.aliases?.length);
  const chosen = new Set([
    ...used,
    ...rest.slice(0, MAX_VERSIONS - used.length),
  ]);
  return sorted.filter(v => chosen.has(v));
}

/** The versions of a model, at most as many as an entity lists. */
export function toVersions(
  versions: RegistryVersion[],
  note: Note,
): MlModelVersion[] {
  const names = new Set<string>();
  const aliases = new Set<string>();
  const mapped: MlModelVersion[] = [];
  for (const version of chooseVersions(versions)) {
    const name = oneLine(version.version, 63);
    if (!name || names.has(name)) {
      note(
        `version "${name ?? ''}" is left out: its name is empty or repeated`,
      );
      continue;
    }
    names.add(name);
    mapped.push(toVersion(version, name, aliases, note));
  }
  return mapped;
}
