import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that does not outlive the test. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'airworthy-'));
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
