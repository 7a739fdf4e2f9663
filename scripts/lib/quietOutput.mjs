import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

const TAIL_LINES = 30;
const MAX_WIDTH = 400;
// eslint-disable-next-line no-control-regex
const COLOURS = /\u001b\[\d+m/g;
// What the development logger, rspack and Node itself write of trouble.
const TROUBLE =
  /^\S+ \S+ (error|warn) |^ERROR in|Module not found|SyntaxError:/;

// True of a portal on one's own machine, and nothing to mend.
const EXPECTED = [
  // SQLite searches with Lunr; the module is there for PostgreSQL.
  'Postgres search engine is not supported',
  "backend.baseUrl is set to a localhost URL and NODE_ENV is 'production'",
];

/** What a line says of trouble, without its time, or undefined. */
function troubleOf(line) {
  if (line.startsWith('{')) {
    try {
      const { level, plugin = 'backend', message } = JSON.parse(line);
      return level === 'error' || level === 'warn'
        ? `${level} ${plugin}: ${message}`
        : undefined;
    } catch {
      return undefined;
    }
  }
  const plain = line.replace(COLOURS, '');
  return TROUBLE.test(plain)
    ? plain.replace(/^\d{4}-\d\d-\d\dT\S+ /, '')
    : undefined;
}

/**
 * Writes all that a program says to a file, and each warning and error once
 * to the terminal too. `verbose` shows everything, `silent` nothing.
 */
export function quietOutput(child, file, { verbose, silent }) {
  mkdirSync(dirname(file), { recursive: true });
  const log = createWriteStream(file);
  const tail = [];
  const shown = new Set();
  const show = line => {
    if (verbose) {
      console.log(line);
      return;
    }
    const trouble = troubleOf(line);
    if (!trouble || shown.has(trouble)) return;
    if (EXPECTED.some(text => trouble.includes(text))) return;
    shown.add(trouble);
    console.log(`  ${trouble.slice(0, MAX_WIDTH)}`);
  };
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', line => {
      log.write(`${line}\n`);
      tail.push(line);
      if (tail.length > TAIL_LINES) tail.shift();
      if (!silent) show(line);
    });
  }
  return { tail: () => tail.join('\n') };
}
