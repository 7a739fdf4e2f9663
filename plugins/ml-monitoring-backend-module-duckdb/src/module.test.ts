import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  mlMonitoringSourcesExtensionPoint,
  type MonitoringSource,
} from '@airworthy/plugin-ml-monitoring-node';
import type { JsonObject } from '@backstage/types';
import { deploymentWith, running } from './__testUtils__/harness';
import module from './index';

async function start(data: JsonObject) {
  const added: MonitoringSource[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        mlMonitoringSourcesExtensionPoint,
        {
          addSources: (...sources: MonitoringSource[]) => {
            added.push(...sources);
          },
        },
      ],
    ],
    features: [module, mockServices.rootConfig.factory({ data })],
  });
  return { added, backend };
}

describe('mlMonitoringModuleDuckDb', () => {
  it('adds a source that answers what a log can', async () => {
    const { added, backend } = await start({});
    const [source] = added;
    expect(source.type).toBe('duckdb');
    expect(source.capabilities(deploymentWith(undefined))).toEqual([]);
    expect(source.capabilities(deploymentWith({ path: 'a' }))).toEqual([
      'service',
      'data',
      'feature',
      'model',
      'slices',
      'comparison',
      'disagreements',
      'changes',
    ]);
    // A generator without labels has no quality to break down.
    const generator = (log: object) => ({
      ...deploymentWith({ path: 'a', ...log }),
      task: 'generation' as const,
    });
    expect(source.capabilities(generator({}))).not.toContain('slices');
    expect(source.capabilities(generator({ labels: { path: 'b' } }))).toContain(
      'slices',
    );
    expect(source.nameFor(deploymentWith({ path: 'a/*.parquet' }))).toBe(
      'a/*.parquet',
    );
    await backend.stop();
  });

  it('starts with a remote root whose extension is missing, and says so in its own answers', async () => {
    const { added, backend } = await start({
      mlMonitoring: {
        duckdb: {
          roots: [{ url: 's3://bucket/logs' }],
          extensionDirectory: '/nonexistent',
        },
      },
    });
    await expect(
      added[0].serviceHealth!(
        deploymentWith({ path: 's3://bucket/logs/x.parquet' }),
        {
          window: { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' },
          maxPoints: 10,
          signal: running(),
        },
      ),
    ).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('DuckDB has no extension httpfs'),
    });
    await backend.stop();
  });

  it('refuses to start with wrong configuration', async () => {
    await expect(
      start({ mlMonitoring: { duckdb: { threads: 'many' } } }),
    ).rejects.toThrow('mlMonitoring.duckdb.threads');
  });
});
