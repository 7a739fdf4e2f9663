import { registryMappingSchema } from '@airworthy/plugin-ml-models-common';
import { z } from 'zod';

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return (
    (protocol === 'http:' || protocol === 'https:') &&
    !username &&
    !password &&
    !search &&
    !hash
  );
}

const secret = z.string().min(1, 'expected a text that is not empty');

const auth = z
  .strictObject({
    token: secret.optional(),
    username: secret.optional(),
    password: secret.optional(),
  })
  .transform((given, ctx) => {
    const { token, username, password } = given;
    if (token && !username && !password) {
      return { kind: 'bearer' as const, token };
    }
    if (!token && username && password) {
      return { kind: 'basic' as const, username, password };
    }
    ctx.addIssue({
      code: 'custom',
      message: 'expected a token, or a username with a password',
    });
    return z.NEVER;
  });

const headers = z.record(z.string(), z.string()).refine(
  given => {
    try {
      return Boolean(new Headers(given));
    } catch {
      return false;
    }
  },
  { error: 'expected names and values of HTTP headers' },
);

// Read by Backstage's own readers, which know all spellings.
const readElsewhere = z.unknown().optional();

/** Fields that every provider of a registry has in app-config. */
export const registryProviderShape = {
  baseUrl: z.string().refine(isBaseUrl, {
    error:
      'expected an http or https address without user name, password, query and fragment',
  }),
  auth: auth.optional(),
  headers: headers.optional(),
  timeout: readElsewhere,
  retryDelay: readElsewhere,
  concurrency: z.int().min(1).max(64).optional(),
  retries: z.int().min(0).max(10).optional(),
  maxResponseMegabytes: z.number().positive().max(1_000).optional(),
  ca: z
    .string()
    .refine(text => text.includes('-----BEGIN CERTIFICATE-----'), {
      error: 'expected certificates in PEM',
    })
    .optional(),
  schedule: readElsewhere,
  incrementalSchedule: readElsewhere,
  refreshAfter: readElsewhere,
  removal: z
    .strictObject({
      gracePeriod: readElsewhere,
      rejectEmptySourceCollections: z.boolean().optional(),
      rejectRemovalsAbovePercentage: z.number().min(0).max(100).optional(),
    })
    .optional(),
  mapping: registryMappingSchema.optional(),
};
