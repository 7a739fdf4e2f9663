import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './ports.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

const DEBIAN = '/usr/lib/postgresql';

/** Folder of PostgreSQL's programs, as Debian has it, or undefined. */
export function findPostgres() {
  if (!existsSync(DEBIAN)) return undefined;
  const [newest] = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  const folder = newest && join(DEBIAN, newest, 'bin');
  return folder && existsSync(join(folder, 'initdb')) ? folder : undefined;
}

const idOf = (flag, user) =>
  Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));

/**
 * Starts a PostgreSQL of its own with an empty database, and answers the
 * environment that app-config.postgres.yaml reads.
 */
export async function startPostgres(programs) {
  const { folder, remove } = temporaryFolder();
  // PostgreSQL refuses to run as root.
  const asUser = {};
  if (process.getuid() === 0) {
    asUser.uid = idOf('-u', 'postgres');
    asUser.gid = idOf('-g', 'postgres');
    chownSync(folder, asUser.uid, asUser.gid);
    chmodSync(folder, 0o700);
  }
  const port = await freePort();
  const data = join(folder, 'data');
  const run = (program, ...args) =>
    execFileSync(join(programs, program), args, {
      cwd: folder,
      ...asUser,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, HOME: folder },
    });
  run('initdb', '-D', data, '-U', 'airworthy', '-A', 'trust', '-E', 'UTF8');
  run(
    'pg_ctl',
    ...['-D', data, '-w', '-l', join(folder, 'log')],
    ...['-o', `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`],
    'start',
  );
  run(
    'createdb',
    ...['-h', '127.0.0.1', '-p', String(port), '-U', 'airworthy'],
    'airworthy',
  );
  return {
    env: {
      POSTGRES_HOST: '127.0.0.1',
      POSTGRES_PORT: String(port),
      POSTGRES_USER: 'airworthy',
      POSTGRES_PASSWORD: 'unused',
      POSTGRES_DB: 'airworthy',
    },
    stop() {
      run('pg_ctl', '-D', data, '-m', 'fast', '-w', 'stop');
      remove();
    },
  };
}
