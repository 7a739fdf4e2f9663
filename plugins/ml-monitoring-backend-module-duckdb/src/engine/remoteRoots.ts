import { toError } from '@backstage/errors';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RootCredentials } from '../config';
import { literal } from './lockDown';

/** A remote root with what it is read with. */
export interface RemoteAccess {
  scheme: 's3' | 'gs' | 'https';
  url: string;
  credentials?: RootCredentials;
}

/**
 * Loads what remote roots need, which must happen before the database is locked.
 *
 * @returns why remote roots cannot be read; undefined where they can.
 */
export async function prepareRemoteRoots(
  connection: DuckDBConnection,
  roots: RemoteAccess[],
  options: { installExtensions: boolean },
): Promise<string | undefined> {
  if (!roots.length) return undefined;
  try {
    if (options.installExtensions) await connection.run('INSTALL httpfs');
    await connection.run('LOAD httpfs');
  } catch (error) {
    const [reason] = toError(error).message.split('\n');
    return `DuckDB has no extension httpfs, which s3, gs and https need: put it into mlMonitoring.duckdb.extensionDirectory, or set mlMonitoring.duckdb.installExtensions (${reason})`;
  }
  for (const [index, root] of roots.entries()) {
    const sql = createSecret(root, `root_${index}`);
    if (sql) await connection.run(sql);
  }
  return undefined;
}

/** The statement that gives a root its credentials, and nothing else them. */
export function createSecret(
  { scheme, url, credentials = {} }: RemoteAccess,
  name: string,
): string | undefined {
  const type = { s3: 's3', gs: 'gcs', https: 'http' }[scheme];
  const values: [string, string | boolean | undefined][] =
    scheme === 'https'
      ? [['BEARER_TOKEN', credentials.bearerToken]]
      : [
          ['KEY_ID', credentials.keyId],
          ['SECRET', credentials.secret],
          ['SESSION_TOKEN', credentials.sessionToken],
          ['REGION', credentials.region],
          ['ENDPOINT', credentials.endpoint],
          ['URL_STYLE', credentials.urlStyle],
          ['USE_SSL', credentials.useSsl],
        ];
  const set = values.filter(([, value]) => value !== undefined);
  if (!set.length) return undefined;
  const parts = set.map(([key, value]) => `${key} ${literal(String(value))}`);
  return `CREATE SECRET ${name} (TYPE ${type}, ${parts.join(
    ', ',
  )}, SCOPE ${literal(url)})`;
}
