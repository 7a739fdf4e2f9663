import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelArtefact } from './types.ts';

/** The file of a version in the folder of models. */
export const artefactFile = (folder: string, version: string) =>
  join(folder, `${version}.json`);

/** An artefact as the text of its file; the same model gives the same bytes. */
export const serialise = (model: ModelArtefact) =>
  `${JSON.stringify(model, null, 2)}\n`;

/** Id of the run that made an artefact: the same artefact has the same id. */
export const runIdOf = (model: ModelArtefact) =>
  `flight-delay-${model.version}-${createHash('sha256')
    .update(serialise(model))
    .digest('hex')
    .slice(0, 12)}`;

/** Reads a trained version. */
export const readArtefact = (folder: string, version: string): ModelArtefact =>
  JSON.parse(readFileSync(artefactFile(folder, version), 'utf8'));
