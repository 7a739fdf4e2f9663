import { AsyncLocalStorage } from 'node:async_hooks';
import {
  DuckDBInstance,
  type DuckDBConnection,
  type DuckDBPreparedStatement,
} from '@duckdb/node-api';
import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import { FairQueue } from './FairQueue';
import { toBindings, toPlain } from './convert';
import { DuckDbSettings, lockDown } from './lockDown';
import { toSourceError, type Shown } from './toSourceError';
import type { DuckDbParams, QueryEngine, QueryOptions } from './types';

// A query that is between two states does not see an interruption.
const INTERRUPT_AGAIN_AFTER = 20;

/** Options of a {@link DuckDbEngine}. */
export interface DuckDbEngineOptions {
  settings: DuckDbSettings;
  maxConcurrentQueries: number;
  /** The longest that one query may take, in milliseconds. */
  timeout: number;
  /** Paths that messages must not show, with what they show. */
  shown?: Shown;
  /** Loads extensions and credentials, while that is still possible. */
  prepare?: (connection: DuckDBConnection) => Promise<void>;
}

/** DuckDB, locked down, with a pool of connections. */
export class DuckDbEngine implements QueryEngine {
  private readonly instance: DuckDBInstance;
  private readonly timeout: number;
  private readonly shown: Shown;
  private readonly queue: FairQueue;
  private readonly idle: DuckDBConnection[] = [];
  private readonly groups = new AsyncLocalStorage<string>();

  static async create(options: DuckDbEngineOptions): Promise<DuckDbEngine> {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await lockDown(connection, options.settings, async () =>
      options.prepare?.(connection),
    );
    return new DuckDbEngine(instance, connection, options);
  }

  private constructor(
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    options: DuckDbEngineOptions,
  ) {
    this.instance = instance;
    this.timeout = options.timeout;
    this.shown = options.shown ?? [];
    this.queue = new FairQueue({ limit: options.maxConcurrentQueries });
    this.idle.push(connection);
  }

  /** Queries in the work take turns with those of other groups. */
  inGroup<T>(group: string, work: () => Promise<T>): Promise<T> {
    return this.groups.run(group, work);
  }

  async query<T extends object>(
    sql: string,
    params: DuckDbParams,
    options: QueryOptions,
  ): Promise<T[]> {
    const { signal } = options;
    return this.queue.run(this.groups.getStore() ?? '', signal, async () => {
      const connection = this.idle.pop() ?? (await this.instance.connect());
      try {
        return await this.runLimited<T>(connection, sql, params, signal);
      } finally {
        this.idle.push(connection);
      }
    });
  }

  /** Ends the database; no query may be running. */
  close(): void {
    this.idle.splice(0).forEach(connection => connection.closeSync());
    this.instance.closeSync();
  }

  private async runLimited<T>(
    connection: DuckDBConnection,
    sql: string,
    params: DuckDbParams,
    signal: AbortSignal,
  ): Promise<T[]> {
    const limit = AbortSignal.timeout(this.timeout);
    const ended = AbortSignal.any([signal, limit]);
    let again: ReturnType<typeof setInterval> | undefined;
    const interrupt = () => {
      connection.interrupt();
      again = setInterval(() => connection.interrupt(), INTERRUPT_AGAIN_AFTER);
    };
    ended.addEventListener('abort', interrupt, { once: true });
    try {
      return await run<T>(connection, sql, params);
    } catch (error) {
      signal.throwIfAborted();
      if (limit.aborted) {
        throw new MonitoringSourceError(
          'timeout',
          `The question took longer than ${this.timeout} ms (mlMonitoring.duckdb.timeout); a shorter window takes less`,
        );
      }
      throw toSourceError(error, this.shown);
    } finally {
      ended.removeEventListener('abort', interrupt);
      clearInterval(again);
    }
  }
}

async function run<T>(
  connection: DuckDBConnection,
  sql: string,
  params: DuckDbParams,
): Promise<T[]> {
  const statement = await connection.prepare(sql);
  try {
    const { values, types } = toBindings(params, namesOf(statement));
    statement.bind(values, types);
    const result = await statement.run();
    return (await result.convertRowObjects(toPlain)) as T[];
  } finally {
    statement.destroySync();
  }
}

function namesOf(statement: DuckDBPreparedStatement): Set<string> {
  const names = new Set<string>();
  for (let index = 1; index <= statement.parameterCount; index++) {
    names.add(statement.parameterName(index));
  }
  return names;
}
