import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './lib/chromium.mjs';
import { prepareDemo } from './lib/demo.mjs';
import { Explained } from './lib/explain.mjs';
import { install } from './lib/install.mjs';
import { DATA, ROOT } from './lib/paths.mjs';
import { runToEnd } from './lib/process.mjs';
import { buildProduction } from './lib/production.mjs';
import { step } from './lib/progress.mjs';
import { toolchain } from './lib/toolchain.mjs';

const RESULTS = join(DATA, 'test-results');
const nothing = { passed: 0, failed: 0, skipped: 0 };

/** A check that passes or fails as a whole counts as one. */
const check =
  (...args) =>
  async tools => {
    const [command, yarnArgs] = tools.yarn(...args);
    const code = await runToEnd(command, yarnArgs, {
      cwd: ROOT,
      env: tools.env,
    });
    return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
  };

async function unitTests(tools) {
  const file = join(RESULTS, 'unit.json');
  const [command, args] = tools.yarn(
    'backstage-cli',
    'repo',
    'test',
    '--watchAll=false',
    '--json',
    `--outputFile=${file}`,
  );
  const code = await runToEnd(command, args, {
    cwd: ROOT,
    env: { ...tools.env, CI: '1' },
    // Jest repeats its JSON on stdout beside the file.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    // An exit code without a failed test is a failure all the same.
    failed: failed || (code === 0 ? 0 : 1),
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

async function browserTests(tools) {
  const chromium = findChromium();
  if (!chromium) {
    console.log(
      '  Chromium is not installed (CHROMIUM_PATH names another place); the browser tests are skipped.',
    );
    return { ...nothing, skipped: 1 };
  }
  await buildProduction(tools);
  await prepareDemo(tools);
  const file = join(RESULTS, 'browser.tap');
  const code = await runToEnd(
    tools.node,
    [
      '--test',
      '--test-concurrency=1',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${file}`,
      'test/e2e/**/*.test.mjs',
    ],
    { cwd: ROOT, env: { ...tools.env, CHROMIUM_PATH: chromium } },
  );
  const tap = readFileSync(file, 'utf8');
  const count = name =>
    Number(tap.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return {
    passed: count('pass'),
    failed: failed || (code === 0 ? 0 : 1),
    skipped: count('skipped'),
  };
}

const STAGES = {
  format: [
    'Formatting',
    check('prettier', '--check', '--log-level', 'warn', '.'),
  ],
  types: ['Types', check('tsc')],
  lint: ['Lint', check('backstage-cli', 'repo', 'lint', '--max-warnings', '0')],
  packages: [
    'Package metadata',
    check('backstage-cli', 'repo', 'fix', '--publish', '--check'),
  ],
  generated: ['Generated schemas and reference', check('generate', '--check')],
  unit: ['Unit and integration tests', unitTests],
  browser: ['Browser tests', browserTests],
};

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
    const counts = await step(title, () => work(tools));
    for (const key of Object.keys(total)) total[key] += counts[key];
    rows.push({ stage: title, ...counts });
  }
  console.log();
  console.table(rows);
  console.log(
    `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`,
  );
  return total.failed === 0 ? 0 : 1;
}
