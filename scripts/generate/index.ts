// Writes what is made from the kinds' schema: the JSON schemas for editors and
// the reference page. With --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';
import {
  mlDeploymentJsonSchema,
  mlModelJsonSchema,
} from '@airworthy/plugin-ml-models-common';
import { referencePage } from './referencePage';

const ROOT = join(__dirname, '..', '..');
const SCHEMAS = join(ROOT, 'plugins/catalog-backend-module-ml-models/schema');

const kinds = [
  { kind: 'MlModel', schema: mlModelJsonSchema() },
  { kind: 'MlDeployment', schema: mlDeploymentJsonSchema() },
];

const files = [
  ...kinds.map(({ kind, schema }) => ({
    path: join(SCHEMAS, `${kind}.v1alpha1.schema.json`),
    content: JSON.stringify({ title: kind, ...schema }),
  })),
  {
    path: join(ROOT, 'docs/reference/kinds.md'),
    content: referencePage(kinds),
  },
];

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

async function main() {
  const check = process.argv.includes('--check');
  const stale: string[] = [];
  for (const { path, content } of files) {
    const config = await resolveConfig(path);
    const wanted = await format(content, { ...config, filepath: path });
    if (read(path) === wanted) continue;
    stale.push(relative(ROOT, path));
    if (!check) writeFileSync(path, wanted);
  }
  if (check && stale.length) {
    console.error(
      `Not as the schema says: ${stale.join(', ')}. Run "yarn generate".`,
    );
    process.exitCode = 1;
  }
}

main();
