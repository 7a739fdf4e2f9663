import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../scripts/lib/paths.mjs';

const FOLDER = join(ROOT, 'examples/templates');

/** The templates of the examples, by name. */
export function readTemplates() {
  const files = readdirSync(FOLDER).filter(name => name.endsWith('.yaml'));
  return Object.fromEntries(
    files.map(name => {
      const template = parse(readFileSync(join(FOLDER, name), 'utf8'));
      return [template.metadata.name, template];
    }),
  );
}

/** What a dry run has to be given of the files that templates refer to. */
function skeletons() {
  const folder = join(FOLDER, 'skeletons');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => {
      const file = join(entry.parentPath, entry.name);
      return {
        path: file.slice(FOLDER.length + 1),
        base64Content: readFileSync(file).toString('base64'),
      };
    });
}

/** Runs a template without effects; answers its files as text, by path, with what it says and logs. */
export async function dryRun(api, template, values) {
  const { directoryContents, output, log } = await api.request(
    'scaffolder/v2/dry-run',
    {
      method: 'POST',
      body: JSON.stringify({
        template,
        values,
        directoryContents: skeletons(),
      }),
    },
  );
  const files = new Map(
    directoryContents.map(({ path, base64Content }) => [
      path,
      Buffer.from(base64Content, 'base64').toString('utf8'),
    ]),
  );
  return { files, output, log: log.map(({ body }) => body) };
}

/** Writes the files of a dry run to where they can be tried. */
export async function writeFiles(files, folder) {
  for (const [path, content] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
