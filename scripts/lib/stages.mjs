import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { prepareDemo } from './demo.mjs';
import { DATA, ROOT } from './paths.mjs';
import { runToEnd } from './process.mjs';
import { buildProduction } from './production.mjs';

// Backstage's test databases use the server that this names.
const TEST_POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

export const RESULTS = join(DATA, 'test-results');
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/** The content of a result file, or undefined where the tool wrote none. */
function resultOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** A tool that passes or fails as a whole counts as one. */
export const check =
  (...args) =>
  async tools => {
    const [command, yarnArgs] = tools.yarn(...args);
    const code = await runToEnd(command, yarnArgs, {
      cwd: ROOT,
      env: tools.env,
    });
    return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
  };

/** A PostgreSQL for tests that run on both databases, where its programs are there. */
async function testPostgres() {
  if (process.env[TEST_POSTGRES]) return undefined;
  const { findPostgres, startPostgres } = await import(
    '../../test/lib/postgres.mjs'
  );
  const programs = findPostgres();
  if (!programs) return undefined;
  const { env, stop } = await startPostgres(programs);
  const { POSTGRES_USER: user, POSTGRES_HOST: host, POSTGRES_PORT: port } = env;
  const address = `postgresql://${user}:unused@${host}:${port}`;
  return { env: { [TEST_POSTGRES]: address }, stop };
}

/** The tests of all packages, in one run of Jest. */
export async function jestTests(tools) {
  const file = join(RESULTS, 'unit.json');
  const [command, args] = tools.yarn(
    'backstage-cli',
    'repo',
    'test',
    '--watchAll=false',
    '--json',
    `--outputFile=${file}`,
  );
  const postgres = await testPostgres();
  const code = await runToEnd(command, args, {
    cwd: ROOT,
    env: { ...tools.env, ...postgres?.env, CI: '1' },
    // Jest repeats its JSON on stdout beside the file.
    stdio: ['ignore', 'ignore', 'inherit'],
  }).finally(() => postgres?.stop());
  const text = resultOf(file);
  if (text === undefined) return { ...nothing, failed: 1 };
  const result = JSON.parse(text);
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    // An exit code without a failed test is a failure all the same.
    failed: failed || (code === 0 ? 0 : 1),
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/** Tests of Node's own runner below a folder. */
export const nodeTests =
  (name, pattern, extraEnv = {}) =>
  async tools => {
    mkdirSync(RESULTS, { recursive: true });
    const file = join(RESULTS, `${name}.tap`);
    const code = await runToEnd(
      tools.node,
      [
        '--test',
        '--test-concurrency=1',
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        '--test-reporter=tap',
        `--test-reporter-destination=${file}`,
        pattern,
      ],
      { cwd: ROOT, env: { ...tools.env, ...extraEnv } },
    );
    const tap = resultOf(file) ?? '';
    const count = field =>
      Number(tap.match(new RegExp(`^# ${field} (\\d+)$`, 'm'))?.[1] ?? 0);
    const failed = count('fail') + count('cancelled');
    return {
      passed: count('pass'),
      failed: failed || (code === 0 ? 0 : 1),
      skipped: count('skipped'),
    };
  };

/** The tests that drive the production build with a browser. */
export async function browserTests(tools) {
  const chromium = findChromium();
  if (!chromium) {
    console.log(
      '  Chromium is not installed (CHROMIUM_PATH names another place); the browser tests are skipped.',
    );
    return { ...nothing, skipped: 1 };
  }
  await buildProduction(tools);
  await prepareDemo(tools);
  return nodeTests('browser', 'test/e2e/**/*.test.mjs', {
    CHROMIUM_PATH: chromium,
  })(tools);
}

/** What the production build does without a browser: restart, PostgreSQL. */
export async function portalTests(tools) {
  await buildProduction(tools);
  await prepareDemo(tools);
  return nodeTests('portal', 'test/portal/**/*.test.mjs')(tools);
}
