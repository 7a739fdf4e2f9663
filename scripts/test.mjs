import { mkdirSync, rmSync } from 'node:fs';
import { Explained, explain } from './lib/explain.mjs';
import { install } from './lib/install.mjs';
import { isStopping } from './lib/process.mjs';
import { step } from './lib/progress.mjs';
import {
  RESULTS,
  browserTests,
  check,
  jestTests,
  nodeTests,
  nothing,
  portalTests,
} from './lib/stages.mjs';
import { toolchain } from './lib/toolchain.mjs';

const STAGES = {
  format: [
    'Formatting',
    check('prettier', '--check', '--loglevel', 'warn', '.'),
  ],
  types: ['Types', check('tsc')],
  lint: ['Lint', check('backstage-cli', 'repo', 'lint', '--max-warnings', '0')],
  packages: [
    'Package metadata',
    check('backstage-cli', 'repo', 'fix', '--publish', '--check'),
  ],
  generated: ['Generated schemas and reference', check('generate', '--check')],
  api: ['API reports', check('api-reports', '--ci')],
  scripts: [
    'Tests of the scripts',
    nodeTests('scripts', 'test/scripts/**/*.test.mjs'),
  ],
  unit: ['Unit and integration tests', jestTests],
  pack: ['Published packages', nodeTests('pack', 'test/pack/**/*.test.mjs')],
  portal: ['Production build', portalTests],
  browser: ['Browser tests', browserTests],
};

/** Counts of a stage; one that cannot run has failed, and the others still run. */
async function runStage(title, work, tools) {
  try {
    return await step(title, () => work(tools));
  } catch (error) {
    if (isStopping()) throw error;
    console.error(`✗ ${explain(error)}`);
    return { ...nothing, failed: 1 };
  }
}

/** Runs every check, or those named, and prints the counts. */
export async function run(args) {
  const unknown = args.find(name => !Object.hasOwn(STAGES, name));
  if (unknown) {
    throw new Explained(
      `There is no stage "${unknown}"; the stages are ${Object.keys(
        STAGES,
      ).join(', ')}.`,
    );
  }
  const tools = await toolchain();
  await install(tools);
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });

  const total = { ...nothing };
  const rows = [];
  for (const name of args.length ? args : Object.keys(STAGES)) {
    const [title, work] = STAGES[name];
    const since = Date.now();
    const counts = await runStage(title, work, tools);
    for (const key of Object.keys(total)) total[key] += counts[key];
    rows.push({
      stage: title,
      ...counts,
      seconds: Math.round((Date.now() - since) / 1000),
    });
  }
  console.log();
  console.table(rows);
  console.log(
    `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`,
  );
  return total.failed === 0 ? 0 : 1;
}
