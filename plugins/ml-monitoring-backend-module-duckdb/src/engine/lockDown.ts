import type { DuckDBConnection } from '@duckdb/node-api';

/** How much of the machine the database may use, and what of the disk it may see. */
export interface DuckDbSettings {
  /** Folders and remote prefixes, each with a slash at its end. */
  allowedDirectories: string[];
  threads?: number;
  /** Such as `1GB`. */
  memoryLimit: string;
  tempDirectory: string;
  maxTempDirectorySize: string;
  extensionDirectory?: string;
}

/** A text as SQL; settings take no bound values. */
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * Takes from the database what it does not need, for good.
 *
 * @remarks
 *
 * The order is that of
 * https://duckdb.org/docs/stable/operations_manual/securing_duckdb/overview:
 * what is allowed must be said before external access is off, and nothing can
 * be set once the configuration is locked.
 */
export async function lockDown(
  connection: DuckDBConnection,
  settings: DuckDbSettings,
  beforeLocking: () => Promise<void> = async () => {},
): Promise<void> {
  const set = (name: string, value: string) =>
    connection.run(`SET GLOBAL ${name} = ${value}`);
  await set('autoinstall_known_extensions', 'false');
  await set('autoload_known_extensions', 'false');
  await set('allow_community_extensions', 'false');
  await set('TimeZone', literal('UTC'));
  if (settings.extensionDirectory) {
    await set('extension_directory', literal(settings.extensionDirectory));
  }
  await beforeLocking();
  const directories = settings.allowedDirectories.map(literal);
  await set('allowed_directories', `[${directories.join(', ')}]`);
  if (settings.threads) await set('threads', String(settings.threads));
  await set('memory_limit', literal(settings.memoryLimit));
  await set('temp_directory', literal(settings.tempDirectory));
  await set('max_temp_directory_size', literal(settings.maxTempDirectorySize));
  await set('enable_external_access', 'false');
  await set('lock_configuration', 'true');
}
