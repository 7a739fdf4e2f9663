import {
  SchedulerServiceTaskScheduleDefinition,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { HumanDuration, durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';
import { registryProviderShape } from './schema';
import { RegistryProviderConfig } from './types';

const SCHEDULE = { frequency: { hours: 1 }, timeout: { minutes: 20 } };
const INCREMENTAL = { frequency: { minutes: 5 }, timeout: { minutes: 4 } };
const NAME = /^[a-z0-9]+([-_.][a-z0-9]+)*$/;
const SINGLE = 'default';

/** A provider of app-config: what all registries have, and what one product adds. @public */
export interface ConfiguredRegistry<T> {
  common: RegistryProviderConfig;
  own: T;
}

function milliseconds(config: Config, key: string, fallback: HumanDuration) {
  return durationToMilliseconds(
    config.has(key) ? readDurationFromConfig(config, { key }) : fallback,
  );
}

function schedule(
  config: Config,
  key: string,
  fallback: SchedulerServiceTaskScheduleDefinition,
): SchedulerServiceTaskScheduleDefinition {
  return config.has(key)
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig(key),
      )
    : fallback;
}

function refuse(path: string, error: z.ZodError): never {
  // Messages of zod name types and not values, which may be secret.
  const problems = error.issues.map(
    issue => `${[path, ...issue.path.map(String)].join('.')}: ${issue.message}`,
  );
  throw new InputError(problems.slice(0, 10).join('; '));
}

function readOne<S extends z.ZodRawShape>(
  config: Config,
  path: string,
  instance: string,
  shape: S,
): ConfiguredRegistry<z.output<z.ZodObject<S>>> {
  const given = config.get();
  const common = z.object(registryProviderShape).safeParse(given);
  if (!common.success) return refuse(path, common.error);
  const known = z.strictObject({
    ...Object.fromEntries(
      Object.keys(registryProviderShape).map(key => [
        key,
        z.unknown().optional(),
      ]),
    ),
    ...shape,
  });
  const own = known.safeParse(given);
  if (!own.success) return refuse(path, own.error);

  const rest = common.data;
  return {
    common: {
      instance,
      http: {
        baseUrl: new URL(rest.baseUrl),
        auth: rest.auth,
        headers: rest.headers ?? {},
        timeoutMs: milliseconds(config, 'timeout', { seconds: 30 }),
        concurrency: rest.concurrency ?? 8,
        retries: rest.retries ?? 4,
        retryDelayMs: milliseconds(config, 'retryDelay', { seconds: 1 }),
        maxBodyBytes: (rest.maxResponseMegabytes ?? 32) * 1_000_000,
        ca: rest.ca,
      },
      schedule: schedule(config, 'schedule', SCHEDULE),
      incrementalSchedule:
        rest.incrementalSchedule === false
          ? undefined
          : schedule(config, 'incrementalSchedule', INCREMENTAL),
      refreshAfterMs: milliseconds(config, 'refreshAfter', { days: 7 }),
      removal: {
        graceMs: milliseconds(config, 'removal.gracePeriod', { hours: 24 }),
        rejectEmptySourceCollections:
          rest.removal?.rejectEmptySourceCollections ?? true,
        rejectRemovalsAbovePercentage:
          rest.removal?.rejectRemovalsAbovePercentage ?? 50,
      },
      mapping: rest.mapping ?? {},
    },
    // Only what the product adds, as its own schema reads it.
    own: z.object(shape).parse(given),
  };
}

/**
 * Reads `catalog.providers.<type>`: one provider, or several by name. Without
 * it there is none.
 *
 * @throws InputError that names the field, and never a value.
 * @public
 */
export function readRegistryProviders<S extends z.ZodRawShape>(
  rootConfig: Config,
  type: string,
  shape: S,
): ConfiguredRegistry<z.output<z.ZodObject<S>>>[] {
  const path = `catalog.providers.${type}`;
  const config = rootConfig.getOptionalConfig(path);
  if (!config) return [];
  if (config.has('baseUrl')) return [readOne(config, path, SINGLE, shape)];
  return config.keys().map(name => {
    if (!NAME.test(name) || name.length > 50) {
      throw new InputError(
        `${path}.${name}: expected a name of lower-case letters and digits with single hyphens between them`,
      );
    }
    return readOne(config.getConfig(name), `${path}.${name}`, name, shape);
  });
}
