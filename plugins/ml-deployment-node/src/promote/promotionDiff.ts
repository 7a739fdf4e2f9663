import { InputError } from '@backstage/errors';
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import { VARIANT_LABEL } from '../manifests/labels';
import { ParsedFile, parseFile } from '../manifests/parse';
import { isObject, textAt } from '../validate/read';
import { Json } from '../validate/types';
import { editFile } from './editFile';
import { knativeChanger, standardChanger } from './kserveChangers';
import { replaceChanger } from './replaceChanger';
import { rolloutChanger } from './rolloutChanger';
import {
  routeGroupChanger,
  routeMirrorChanger,
  virtualGroupChanger,
  virtualMirrorChanger,
  weightsChanger,
} from './routeChangers';
import { Changer, Promotion, PromotionRequest } from './types';

/* What drives a rollout comes before what it only refers to. */
const CHANGERS: readonly Changer[] = [
  rolloutChanger,
  standardChanger,
  knativeChanger,
  routeMirrorChanger,
  virtualMirrorChanger,
  routeGroupChanger,
  virtualGroupChanger,
  weightsChanger,
  replaceChanger,
];

interface Found {
  file: ParsedFile;
  index: number;
  document: Json;
  changer: Changer;
}

function findCarrier(files: readonly ParsedFile[]): Found {
  for (const changer of CHANGERS) {
    const found = files.flatMap(file =>
      file.documents.flatMap((parsed, index): Found[] => {
        const document = parsed.toJS();
        return isObject(document) && changer.carries(document)
          ? [{ file, index, document, changer }]
          : [];
      }),
    );
    if (found.length > 1) {
      const names = found.map(
        ({ document }) =>
          `${document.kind} ${textAt(document, 'metadata', 'name')}`,
      );
      throw new InputError(
        `files: expected one rollout, was ${names.join(', ')}`,
      );
    }
    if (found.length) return found[0];
  }
  throw new InputError(
    'files: expected manifests of a rollout that is under way, was none',
  );
}

const isCandidates = ({ documents }: ParsedFile) =>
  documents.length > 0 &&
  documents.every(
    document =>
      textAt(document.toJS(), 'metadata', 'labels', VARIANT_LABEL) ===
      'candidate',
  );

function diffOf(path: string, before: string, after: string | undefined) {
  const patch = structuredPatch(
    `a/${path}`,
    after === undefined ? '/dev/null' : `b/${path}`,
    before,
    after ?? '',
    undefined,
    undefined,
    { context: 3 },
  );
  return patch.hunks.length ? formatPatch(patch, FILE_HEADERS_ONLY) : '';
}

/**
 * What an action of a rollout changes in its manifests, as the changed files
 * and as a unified diff. Comments, and documents that are not concerned, stay
 * as they are.
 *
 * @throws InputError where the action does not fit, or there is no rollout.
 * @public
 */
export function promotionDiff(request: PromotionRequest): Promotion {
  const files = request.files.map(parseFile);
  const { file, index, document, changer } = findCarrier(files);
  const change = changer.change(document, request.action, request.steps);
  const content = editFile(file, index, change.edits);
  const removed = change.removesCandidate ? files.filter(isCandidates) : [];
  const diffs = [
    diffOf(
      file.path,
      file.content,
      change.edits.length ? content : file.content,
    ),
    ...removed.map(gone => diffOf(gone.path, gone.content, undefined)),
  ];
  const isChanged = change.edits.length > 0 && content !== file.content;
  if (!isChanged && !removed.length && !change.commands?.length) {
    throw new InputError(
      `action: expected one that changes something, was ${request.action}, which is how it is already`,
    );
  }
  return {
    files: isChanged ? [{ path: file.path, content }] : [],
    removed: removed.map(({ path }) => path),
    diff: diffs.join(''),
    commands: change.commands ?? [],
    notices: change.notices ?? [],
  };
}
