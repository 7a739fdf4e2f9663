import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { builtInPresets } from '../presets/builtInPresets';
import { Preset } from '../presets/types';
import { QueryTemplate } from '../promql/template';
import { PresetConfig, presetSchema } from './presetSchema';

const FIELD = 'mlMonitoring.prometheus.presets';

const presetsSchema = z.record(
  z.string().regex(/^[a-z0-9]+([-_.][a-z0-9]+)*$/, {
    error:
      'expected a name of lower-case letters and digits, with single hyphens, dots or underscores between them',
  }),
  presetSchema,
);

function timed(
  query: QueryTemplate | undefined,
  unit: PresetConfig['latencyUnit'],
) {
  return query && { query, unit };
}

function generationOf(generation: PresetConfig['generation']) {
  if (!generation) return undefined;
  const { finishReasons, finishReasonLabel: label } = generation;
  return {
    inputTokens: generation.inputTokens,
    outputTokens: generation.outputTokens,
    tokensPerSecond: generation.tokensPerSecond,
    timeToFirstToken: timed(
      generation.timeToFirstToken,
      generation.timeToFirstTokenUnit,
    ),
    finishReasons: finishReasons && { query: finishReasons, label },
  };
}

function dataOf(data: PresetConfig['data']) {
  if (!data) return undefined;
  const { drift, ...rest } = data;
  if (!drift) return rest;
  const { warning, critical, ...asked } = drift;
  const limits = { warning, critical, inclusive: true };
  return { ...rest, drift: { ...asked, limits } };
}

function toPreset(name: string, config: PresetConfig): Preset {
  const { title = name, latencyUnit } = config;
  return {
    name,
    title,
    variantLabel: config.variantLabel,
    versionLabel: config.versionLabel,
    notices: config.notices,
    discovery: config.discovery,
    queries: {
      requests: config.requests,
      errors: config.errors,
      latency: timed(config.latency, latencyUnit),
      latencyBuckets: timed(config.latencyBuckets, latencyUnit),
      meanLatency: timed(config.meanLatency, latencyUnit),
      saturation: config.saturation,
      freshness: config.freshness,
      generation: generationOf(config.generation),
      data: dataOf(config.data),
      model: config.model,
    },
  };
}

/** The presets by name: those that are built in, and those of app-config, which may take their place. */
export function readPresets(config: Config): Map<string, Preset> {
  const parsed = presetsSchema.safeParse(config.getOptional(FIELD) ?? {});
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(`${[FIELD, ...path].join('.')}: ${message}`);
  }
  const own = Object.entries(parsed.data).map(([name, preset]) =>
    toPreset(name, preset),
  );
  return new Map(
    [...builtInPresets, ...own].map(preset => [preset.name, preset]),
  );
}
