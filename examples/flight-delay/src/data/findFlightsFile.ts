import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * The Parquet file of flights in the installed `vega-datasets`. Its `exports`
 * name no data file, so the folders are looked through that Node would.
 *
 * @param from - path of a file of this package
 */
export function findFlightsFile(from: string): string {
  const require = createRequire(from);
  for (const folder of require.resolve.paths('vega-datasets') ?? []) {
    const file = join(folder, 'vega-datasets', 'data', 'flights-3m.parquet');
    if (existsSync(file)) return file;
  }
  throw new Error(
    'data/flights-3m.parquet of vega-datasets is not installed; run "yarn install"',
  );
}
