import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { MlMonitoringSpec } from '@airworthy/plugin-ml-models-common';
import type { MonitoredDeployment } from '@airworthy/plugin-ml-monitoring-node';
import type { JsonObject } from '@backstage/types';
import { readDuckDbConfig } from '../config';
import { createTools, type DuckDbTools } from '../createTools';
import { DuckDbMonitoringSource } from '../DuckDbMonitoringSource';

/** A folder that logs are written to, beside one that must not be read, and what reads them. */
export interface Harness {
  /** The root that is allowed. */
  root: string;
  /** A folder beside it. */
  outside: string;
  tools: DuckDbTools;
  source: DuckDbMonitoringSource;
  /** A database of its own, to write logs and to work figures out independently. */
  writer: DuckDBConnection;
  /** Writes the rows of a query as a file below the root. */
  write(name: string, query: string): Promise<string>;
  rows<T = Record<string, unknown>>(sql: string): Promise<T[]>;
  close(): Promise<void>;
}

/** Starts the module with a root of its own. */
export async function createHarness(
  options: { now?: string; duckdb?: JsonObject } = {},
): Promise<Harness> {
  const folder = await fs.realpath(
    await fs.mkdtemp(join(tmpdir(), 'inference-logs-')),
  );
  const root = join(folder, 'root');
  const outside = join(folder, 'outside');
  await Promise.all([root, outside].map(path => fs.mkdir(path)));
  const config = mockServices.rootConfig({
    data: {
      mlMonitoring: {
        duckdb: { roots: [{ name: 'logs', path: root }], ...options.duckdb },
      },
    },
  });
  const now = Date.parse(options.now ?? '2026-03-02T00:00:00Z');
  const tools = await createTools({
    config: readDuckDbConfig(config),
    logger: mockServices.logger.mock(),
    now: () => now,
  });
  const instance = await DuckDBInstance.create(':memory:');
  const writer = await instance.connect();
  await writer.run("SET GLOBAL TimeZone = 'UTC'");
  return {
    root,
    outside,
    tools,
    source: new DuckDbMonitoringSource(tools),
    writer,
    async write(name, query) {
      const path = join(root, name);
      await fs.mkdir(join(path, '..'), { recursive: true });
      await writer.run(`COPY (${query}) TO '${path.replaceAll("'", "''")}'`);
      return path;
    },
    async rows<T>(sql: string) {
      const result = await writer.runAndReadAll(sql);
      return result.getRowObjectsJS() as T[];
    },
    async close() {
      writer.closeSync();
      instance.closeSync();
      await tools.close();
      await fs.rm(folder, { recursive: true });
    },
  };
}

/** A deployment with a log. */
export function deploymentWith(
  inferenceLog: MlMonitoringSpec['inferenceLog'],
  overrides: Partial<MonitoredDeployment> = {},
): MonitoredDeployment {
  return {
    entityRef: 'mldeployment:default/delays-production',
    task: 'classification',
    monitoring: { inferenceLog },
    variants: [
      { name: 'stable', role: 'stable', version: '1', traffic: 90 },
      { name: 'canary', role: 'candidate', version: '2', traffic: 10 },
    ],
    names: { deployment: 'delays-production', model: 'delays' },
    ...overrides,
  };
}

/** A signal that is not aborted. */
export const running = () => new AbortController().signal;
