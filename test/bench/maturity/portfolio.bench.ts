/**
 * What pages ask of many scorecards, without HTTP: lists, rollups, trends.
 *
 *   node --require @backstage/cli/config/nodeTransform.cjs test/bench/maturity/portfolio.bench.ts [models]
 */
import type { Entity } from '@backstage/catalog-model';
import {
  type RollupBy,
  type RollupMeasure,
  compactRollup,
} from '@airworthy/plugin-ml-maturity-common';
import { Organisation } from '../../../plugins/ml-maturity-backend/src/portfolio/Organisation';
import { PortfolioIndex } from '../../../plugins/ml-maturity-backend/src/portfolio/PortfolioIndex';
import { PortfolioService } from '../../../plugins/ml-maturity-backend/src/portfolio/PortfolioService';
import { TrendReader } from '../../../plugins/ml-maturity-backend/src/portfolio/TrendReader';
import { gapsOf } from '../../../plugins/ml-maturity-backend/src/portfolio/checksOf';
import { listScorecards } from '../../../plugins/ml-maturity-backend/src/portfolio/listScorecards';
import { rollUpBy } from '../../../plugins/ml-maturity-backend/src/portfolio/rollUpBy';
import { createAirworthy } from './lib/airworthy';
import { measured, number, quantile } from './lib/measure';
import { open, withPrepared } from './lib/prepare';
import { modelOf } from './lib/synthetic';

const MODELS = Number(process.argv[2] ?? 10_000);
const TEAMS = 500;
const ROUNDS = 60;

/** A tree of groups, ten below each, of which some belong to two. */
function groups(): Entity[] {
  return Array.from({ length: TEAMS }, (_, i) => {
    const above = i > 0 ? [Math.floor((i - 1) / 10)] : [];
    if (i > 0 && i % 7 === 0) above.push((i * 3) % 10);
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: `team-${i}`, namespace: 'default' },
      spec: {},
      relations: above.map(parent => ({
        type: 'childOf',
        targetRef: `group:default/team-${parent}`,
      })),
    };
  });
}

withPrepared(__filename, MODELS, async folder => {
  const entities = Array.from({ length: MODELS }, (_, i) => modelOf(i));
  const knex = open(folder, 'airworthy');
  const env = await createAirworthy(knex, entities);
  await env.sweep.run(new AbortController().signal);
  const organisation = Organisation.fromEntities(groups());
  const service = new PortfolioService({
    index: new PortfolioIndex(env),
    organisation: { get: async () => ({ organisation }) } as any,
    visibility: { of: async () => () => true } as any,
  });
  const trends = new TrendReader(env);
  const view = () => service.view({} as any);
  const build = await measured(knex, view);

  const rollup = (by: RollupBy, measure: RollupMeasure) => async () =>
    compactRollup(rollUpBy(await view(), { by, measure, filter: {} }));
  const list = (sort: 'name' | 'level' | 'score') => async () =>
    listScorecards(await view(), { sort, order: 'asc', limit: 50 });
  const questions: Record<string, () => Promise<unknown>> = {
    'Rollup by owner and level': rollup('owner', 'level'),
    'Rollup by owner and category': rollup('owner', 'category'),
    'Rollup by owner and check': rollup('owner', 'check'),
    'Page of a list, by level': list('level'),
    'Page of a list, by name': list('name'),
    'Page of a list, by score': list('score'),
    Gaps: async () => gapsOf(await view()),
    'Trend over 90 days': async () => trends.trend(await view(), 90),
  };
  const lines = [
    '| Question | First | Median | 95th percentile | Processor, median | Processor, 95th percentile | Answer |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  for (const [question, ask] of Object.entries(questions)) {
    const times: number[] = [];
    // On a busy machine only this says what a question costs.
    const spent: number[] = [];
    let bytes = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const before = process.cpuUsage();
      const start = performance.now();
      const answer = JSON.stringify(await ask());
      times.push(performance.now() - start);
      const { user, system } = process.cpuUsage(before);
      spent.push((user + system) / 1_000);
      bytes = answer.length;
      await new Promise(resolve => setImmediate(resolve));
    }
    lines.push(
      `| ${question} | ${number(times[0])} ms | ${number(
        quantile(times, 0.5),
      )} ms | ${number(quantile(times, 0.95))} ms | ${number(
        quantile(spent, 0.5),
      )} ms | ${number(quantile(spent, 0.95))} ms | ${number(
        bytes / 1_024,
      )} kB |`,
    );
  }
  lines.push(
    '',
    `Snapshot: built in ${number(build.ms)} ms, longest pause ${number(
      build.pauseMs,
    )} ms.`,
  );
  console.log(lines.join('\n'));
  await knex.destroy();
});
