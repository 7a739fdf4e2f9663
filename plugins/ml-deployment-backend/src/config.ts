import { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { WorkspaceRoot } from '@airworthy/plugin-ml-deployment-node';
import { z } from 'zod';

const SECOND = 1_000;
const DAY = 86_400 * SECOND;
// Monitoring answers for nothing shorter.
const SHORTEST_WINDOW = 300 * SECOND;

const schema = z.object({
  manifests: z
    .object({ localRoots: z.array(z.string().min(1)).default([]) })
    .prefault({}),
  review: z
    .object({
      alpha: z.number().gt(0).max(0.5).default(0.05),
      leastRequests: z.int().min(10).default(100),
    })
    .prefault({}),
});

/** The plugin's part of app-config. */
export interface MlDeploymentConfig {
  manifests: {
    /** Folders that manifests may be read from. */
    roots: string[];
    /** Root of the workspaces, absolute. */
    workspaces?: string;
  };
  review: {
    alpha: number;
    leastRequests: number;
    /** Milliseconds. */
    maxWindow: number;
    /** Milliseconds. */
    timeout: number;
  };
}

function describe(issue: z.core.$ZodIssue): string {
  const field = ['mlDeployment', ...issue.path].join('.');
  return `${field}: ${issue.message}, was ${JSON.stringify(issue.input)}`;
}

function readMilliseconds(
  root: RootConfigService,
  key: string,
  options: { fallback: number; least: number },
): number {
  if (!root.has(key)) return options.fallback;
  const value = durationToMilliseconds(readDurationFromConfig(root, { key }));
  if (value >= options.least) return value;
  throw new InputError(
    `${key}: expected at least ${
      options.least / SECOND
    } seconds, was ${JSON.stringify(root.get(key))}`,
  );
}

/**
 * Reads the plugin's part of app-config.
 *
 * @throws InputError that names the key, what was expected and what was there.
 */
export function readMlDeploymentConfig(
  root: RootConfigService,
): MlDeploymentConfig {
  const result = schema.safeParse(root.getOptional('mlDeployment') ?? {}, {
    reportInput: true,
  });
  if (!result.success) {
    throw new InputError(result.error.issues.map(describe).join('; '));
  }
  const { manifests, review } = result.data;
  const workspaces = WorkspaceRoot.fromConfig(root);
  return {
    manifests: {
      roots: manifests.localRoots,
      ...(workspaces ? { workspaces: workspaces.path } : {}),
    },
    review: {
      ...review,
      maxWindow: readMilliseconds(root, 'mlDeployment.review.maxWindow', {
        fallback: 90 * DAY,
        least: SHORTEST_WINDOW,
      }),
      timeout: readMilliseconds(root, 'mlDeployment.review.timeout', {
        fallback: 45 * SECOND,
        least: SECOND,
      }),
    },
  };
}
