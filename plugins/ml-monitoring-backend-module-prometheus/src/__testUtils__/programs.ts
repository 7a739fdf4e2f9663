import { ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Server, createServer } from 'node:http';
import { AddressInfo, createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

function find(commands: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return commands
    .flatMap(command => folders.map(folder => join(folder, command)))
    .find(existsSync);
}

/** Paths of the programs, where they are installed; Debian calls the second by another name. */
export const PROMETHEUS = find(['prometheus']);
export const ALERTMANAGER = find(['prometheus-alertmanager', 'alertmanager']);

/** `describe`, or `describe.skip` with the reason in the name. */
export function describeWith(
  programs: { [name: string]: string | undefined },
  name: string,
  tests: () => void,
): void {
  const missing = Object.keys(programs).filter(key => !programs[key]);
  const suite = missing.length === 0 ? describe : describe.skip;
  const reasons = missing.map(key => `${key} is not installed`);
  suite([name, ...reasons].join('; '), tests);
}

async function freePort(): Promise<number> {
  const socket = createSocket();
  await new Promise<void>(resolve => socket.listen(0, '127.0.0.1', resolve));
  const { port } = socket.address() as AddressInfo;
  await new Promise(resolve => socket.close(resolve));
  return port;
}

/** Asks until the answer is the expected one. */
export async function until(
  holds: () => Promise<boolean>,
  seconds = 30,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > end) throw new Error(`not within ${seconds} seconds`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** A folder that is gone after the test. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'airworthy-prometheus-'));
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Starts a program that serves HTTP, and waits until it is ready. */
export async function startProgram(
  program: string | undefined,
  args: (port: number) => string[],
) {
  if (!program) throw new Error('the program is not installed');
  const port = await freePort();
  const child: ChildProcess = spawn(program, args(port), { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.exitCode !== null) return;
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  try {
    await until(async () => (await fetch(`${url}/-/ready`)).ok);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/** Serves metrics that are made anew for each scrape. */
export async function startExporter(metrics: () => string) {
  const server: Server = createServer((_, response) => {
    response.setHeader('content-type', 'text/plain; version=0.0.4');
    response.end(metrics());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    target: `127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/** Starts a Prometheus that scrapes one exporter twice a second, with rules where given. */
export async function startPrometheus(
  folder: string,
  options: { target: string; rules?: object },
) {
  const config = join(folder, 'prometheus.yml');
  const rules = join(folder, 'rules.yml');
  const interval = '500ms';
  // JSON is YAML.
  writeFileSync(rules, JSON.stringify(options.rules ?? { groups: [] }));
  writeFileSync(
    config,
    JSON.stringify({
      global: {
        scrape_interval: interval,
        scrape_timeout: interval,
        evaluation_interval: interval,
      },
      rule_files: [rules],
      scrape_configs: [
        {
          job_name: 'models',
          static_configs: [{ targets: [options.target] }],
        },
      ],
    }),
  );
  const { url, stop } = await startProgram(PROMETHEUS, port => [
    `--config.file=${config}`,
    `--storage.tsdb.path=${join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
  ]);
  return {
    url,
    stop,
    /** The answer to a query. */
    async query(query: string) {
      const response = await fetch(`${url}/api/v1/query`, {
        method: 'POST',
        body: new URLSearchParams({ query }),
      });
      return (await response.json()) as {
        status: string;
        data: {
          result: {
            metric: Record<string, string>;
            value: [number, string];
          }[];
        };
      };
    },
    /** Waits for so many scrapes. */
    scraped(times: number) {
      return until(async () => {
        const { data } = await this.query('count_over_time(up[1m])');
        return Number(data.result[0].value[1]) >= times;
      }, 60);
    },
  };
}
