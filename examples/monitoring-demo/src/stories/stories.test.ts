import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mlMonitoringModuleDuckDb from '@airworthy/plugin-ml-monitoring-backend-module-duckdb';
import {
  HealthCheck,
  JudgedDeployment,
  judgeData,
  judgeDataAge,
  judgeModel,
  judgeService,
  taskOfModelType,
} from '@airworthy/plugin-ml-monitoring-common';
import {
  MonitoredDeployment,
  MonitoringSource,
  mlMonitoringSourcesExtensionPoint,
} from '@airworthy/plugin-ml-monitoring-node';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  exampleDeployments,
  exampleModels,
} from '../__testUtils__/exampleEntities';
import { prepareLogs } from '../prepareLogs';

const HOUR = 3_600_000;
/** A Wednesday afternoon. */
const NOW = Date.parse('2026-11-25T15:00:00Z');

jest.setTimeout(240_000);

const models = new Map(exampleModels().map(m => [m.metadata.name, m]));
const asking = { maxPoints: 2, signal: new AbortController().signal };

const windowOf = (hours: number) => ({
  from: new Date(NOW - hours * HOUR).toISOString(),
  to: new Date(NOW).toISOString(),
});

function deploymentOf(name: string) {
  const { spec } = exampleDeployments().find(d => d.metadata.name === name)!;
  const model = models.get(spec.model)!;
  const task = taskOfModelType(model.spec.type);
  const { variants = [], monitoring = {} } = spec;
  const stable = variants.find(({ role }) => role === 'stable');
  const monitored: MonitoredDeployment = {
    entityRef: `mldeployment:default/${name}`,
    task,
    monitoring,
    variants,
    runtime: spec.type,
    names: { deployment: name, model: spec.model },
  };
  const judged: JudgedDeployment = {
    task,
    monitoring,
    variants,
    stableVersion: model.spec.versions?.find(
      ({ version }) => version === stable?.version,
    ),
  };
  return { monitored, judged };
}

/** All checks of a deployment, over the windows that the monitoring plugin takes. */
async function checksOf(source: MonitoringSource, name: string) {
  const { monitored, judged } = deploymentOf(name);
  const { baseline, drift } = monitored.monitoring;
  const hour = { ...asking, window: windowOf(1) };
  const day = { ...asking, window: windowOf(24), baseline };
  const week = { ...asking, window: windowOf(7 * 24), baseline };
  const ruleSet = drift?.ruleSet;
  const [service, invariants, drifts, model] = await Promise.all([
    source.serviceHealth!(monitored, hour),
    source.dataHealth!(monitored, { ...day, ruleSet, aspects: ['invariants'] }),
    source.dataHealth!(monitored, { ...week, ruleSet, aspects: ['drift'] }),
    source.modelHealth!(monitored, week),
  ]);
  return [
    ...judgeService(judged, service, hour.window),
    ...judgeData(judged, invariants, day.window, { aspects: ['invariants'] }),
    judgeDataAge(judged, [invariants], day.window),
    ...judgeData(judged, drifts, week.window, { aspects: ['drift'] }),
    ...judgeModel(judged, model, week.window),
  ];
}

const idsOf = (checks: HealthCheck[], ...statuses: string[]) =>
  checks.filter(c => statuses.includes(c.status)).map(({ id }) => id);

describe('monitoring of the stories', () => {
  const demo = mkdtempSync(join(tmpdir(), 'monitoring-stories-'));
  let source: MonitoringSource;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    await prepareLogs({ demo, now: NOW });
    const roots = [{ path: join(demo, 'inference-logs') }];
    const addSources = (added: MonitoringSource) => {
      source = added;
    };
    const backend = await startTestBackend({
      extensionPoints: [[mlMonitoringSourcesExtensionPoint, { addSources }]],
      features: [
        mlMonitoringModuleDuckDb,
        mockServices.rootConfig.factory({
          data: { mlMonitoring: { duckdb: { roots } } },
        }),
      ],
    });
    stop = () => backend.stop();
  });
  afterAll(async () => {
    await stop?.();
    rmSync(demo, { recursive: true });
  });

  it('finds the slow canary, and nothing else of the rebooking ranker', async () => {
    const checks = await checksOf(source, 'rebooking-ranker-production');
    const bad = idsOf(checks, 'warning', 'critical', 'unknown');
    expect(bad).toContain('service:latency_p95:candidate');
    // Of so few answers in an hour none need have failed.
    expect(
      bad.filter(
        id => !/^service:(latency_p95|error_ratio):candidate$/.test(id),
      ),
    ).toEqual([]);
  });

  it('finds the feature of no-show that is null, and what follows from it', async () => {
    const checks = await checksOf(source, 'no-show-production');
    expect(idsOf(checks, 'critical')).toEqual(
      expect.arrayContaining([
        'data:missing_share:previous_no_shows',
        'data:missing_share_increase:previous_no_shows',
      ]),
    );
    expect(idsOf(checks, 'warning', 'critical')).toContain('model:roc_auc');
    const causes = idsOf(checks, 'warning', 'critical', 'unknown');
    expect(
      causes.filter(
        id => !id.startsWith('model:') && !id.endsWith(':previous_no_shows'),
      ),
    ).toEqual([]);
  });

  it('knows nothing of the hubs', async () => {
    const checks = await checksOf(source, 'hub-flow-production');
    expect(idsOf(checks, 'warning', 'critical')).toEqual([]);
    expect(idsOf(checks, 'unknown')).toEqual(
      expect.arrayContaining(['data:data_age', 'service:error_ratio:stable']),
    );
  });

  it.each([
    'feedback-sentiment-production',
    'passenger-assistant-production',
    'speech-to-text-production',
    'translation-en-de-production',
    'turnaround-time-production',
    'turnaround-time-staging',
  ])('finds %s healthy', async name => {
    const checks = await checksOf(source, name);
    const groups = new Set(checks.map(({ group }) => group));
    expect(groups.size).toBeGreaterThanOrEqual(2);
    expect(idsOf(checks, 'warning', 'critical', 'unknown')).toEqual([]);
  });

  it('finds Arabic topics healthy but for the variant that waits', async () => {
    const checks = await checksOf(source, 'arabic-feedback-topics-production');
    expect(idsOf(checks, 'warning', 'critical')).toEqual([]);
    expect(idsOf(checks, 'unknown').every(id => id.endsWith(':green'))).toBe(
      true,
    );
  });

  it('finds the log that no entity names', async () => {
    const { monitored } = deploymentOf('engine-remaining-life-staging');
    const found = await source.discover!(monitored, {
      ...asking,
      withExamples: false,
    });
    expect(found.map(({ location }) => location)).toEqual([
      'engine-remaining-life/staging/*.parquet',
    ]);
  });
});
