/**
 * Time of a page of the fleet without HTTP, and of ticks of the scheduled task
 * with a source that answers at once.
 *
 *   node --require @backstage/cli/config/nodeTransform.cjs test/bench/monitoring/fleet.bench.ts [deployments]
 */
import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import Knex from 'knex';
import { readMlMonitoringConfig } from '../../../plugins/ml-monitoring-backend/src/config';
import { listFleet } from '../../../plugins/ml-monitoring-backend/src/fleet/listFleet';
import { createServices } from '../../../plugins/ml-monitoring-backend/src/services/createServices';
import {
  FakeSource,
  serviceOf,
} from '../../../plugins/ml-monitoring-backend/src/__testUtils__/FakeSource';
import {
  DELAY_MODEL,
  deploymentOf,
} from '../../../plugins/ml-monitoring-backend/src/__testUtils__/entities';

const DEPLOYMENTS = Number(process.argv[2] ?? 2_000);
const ROUNDS = 200;

function quantile(times: number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))].toFixed(1);
}

function entities(): Entity[] {
  return Array.from({ length: DEPLOYMENTS }, (_, i) => {
    const entity = deploymentOf(`deployment-${i}`, {
      environment: ['production', 'staging', 'sandbox'][i % 3],
      type: ['kserve', 'vllm', 'triton', 'custom'][i % 4],
    });
    entity.relations = [
      { type: 'ownedBy', targetRef: `group:default/team-${i % 100}` },
      { type: 'deploys', targetRef: `mlmodel:default/model-${i % 700}` },
    ];
    return entity;
  });
}

async function main() {
  const db = Knex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  const source = new FakeSource();
  source.serviceHealth = async ({ entityRef }, { window }) =>
    serviceOf(window, { stable: entityRef.endsWith('7') ? 0.2 : 0, canary: 0 });
  const logger = mockServices.rootLogger({ level: 'none' });
  const services = await createServices({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: [...entities(), DELAY_MODEL] }),
    config: readMlMonitoringConfig(
      mockServices.rootConfig({
        data: { mlMonitoring: { windows: { service: { backfill: 'PT2H' } } } },
      }),
    ),
    database: mockServices.database({ knex: db }),
    events: { publish: async () => {}, subscribe: async () => {} },
    logger,
    notifications: { send: async () => {} },
    permissions: mockServices.permissions(),
    sources: [source],
    userInfo: mockServices.userInfo(),
  });
  const tick = async (what: string) => {
    const start = performance.now();
    await services.sweep.run(new AbortController().signal);
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    process.stdout.write(`${what.padEnd(46)} ${seconds} s\n`);
  };
  process.stdout.write(`${DEPLOYMENTS} deployments, node ${process.version}\n`);
  await tick('First tick, two windows of each deployment');
  await tick('Tick in which nothing is due');

  const questions = {
    'Page of 50, worst first': {},
    'Page of 50 by name': { sort: 'name' as const },
    'Page of 50, two filters': {
      environment: ['production'],
      status: ['critical' as const],
    },
    'Page of 50 by text': { text: 'team-42' },
  };
  for (const [question, query] of Object.entries(questions)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now();
      JSON.stringify(
        listFleet(
          await services.fleet.rows(),
          { ...query, limit: 50 },
          new Date(),
        ),
      );
      times.push(performance.now() - start);
    }
    process.stdout.write(
      `${question.padEnd(46)} median ${quantile(
        times,
        0.5,
      )} ms, 95th percentile ${quantile(
        times,
        0.95,
      )} ms, first ${times[0].toFixed(1)} ms\n`,
    );
  }
  await db.destroy();
}

main();
