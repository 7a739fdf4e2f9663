import { Entity } from '@backstage/catalog-model';
import { ConflictError, InputError } from '@backstage/errors';
import { assertEntity, refOf } from '../catalogInfo/parseEntities';
import { splitDocuments } from '../catalogInfo/splitDocuments';
import { FolderFile } from '../lib/folders';
import { assertInside } from './assertInside';

/**
 * References of the entities that the catalog will read from files.
 *
 * @throws InputError where it could not read one of them, NotAllowedError where
 *   one leads out of the repository.
 */
export function entityRefsOf(
  files: readonly FolderFile[],
  path: string,
): string[] {
  const file = files.find(each => each.path === path);
  if (!file) return [];
  const refs = new Set<string>();
  const pieces = splitDocuments(path, file.bytes.toString('utf8'));
  pieces
    .flatMap(({ document }) => (document ? [document.toJS()] : []))
    .forEach((value, i) => {
      const field = `${path}: document ${i + 1}`;
      const ref = refOf(value, field);
      assertEntity(value as Entity, field);
      assertInside(value as Entity, field);
      if (refs.has(ref)) {
        throw new ConflictError(
          `${field}: expected each entity once, was ${ref} again`,
        );
      }
      refs.add(ref);
    });
  if (!refs.size) throw new InputError(`${path}: expected entities, was empty`);
  return [...refs];
}
