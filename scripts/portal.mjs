#!/usr/bin/env node
// The one entry behind `npm start`, `npm test`, `npm run build` and
// `npm run start:production`. It runs on any Node from 20 on and needs no
// installed package, since it is what installs them.
import { explain } from './lib/explain.mjs';
import { isStopping } from './lib/process.mjs';

const COMMANDS = {
  start: () => import('./start.mjs'),
  test: () => import('./test.mjs'),
  build: () => import('./build.mjs'),
  'start:production': () => import('./startProduction.mjs'),
};

const [name = 'start', ...args] = process.argv.slice(2);
const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (!load) {
  console.error(
    `Unknown command "${name}"; expected one of ${Object.keys(COMMANDS).join(
      ', ',
    )}.`,
  );
  process.exit(2);
}

try {
  const { run } = await load();
  process.exitCode = await run(args);
} catch (error) {
  // Whoever pressed Ctrl-C knows why the step did not end well.
  if (!isStopping()) console.error(`\n✗ ${explain(error)}`);
  process.exitCode = 1;
}
