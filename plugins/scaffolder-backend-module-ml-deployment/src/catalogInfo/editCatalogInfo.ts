import { isDeepStrictEqual } from 'node:util';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';
import { mergePatch } from './mergePatch';
import { assertEntity, refOf } from './parseEntities';
import { Piece, splitDocuments } from './splitDocuments';
import { writeDocument } from './writeDocument';

/** A change of a file of entities. */
export interface CatalogInfoChange {
  content: string;
  /** References of entities that were not there. */
  added: string[];
  updated: string[];
  /** Of all that were given. */
  entityRefs: string[];
}

interface Request {
  /** Of the file, for errors. */
  path: string;
  /** Absent where there is no file yet. */
  content?: string;
  entities: readonly unknown[];
  /** Whether fields that are not given stay. */
  merge: boolean;
}

/** The reference of what a document holds; undefined for what is no entity. */
function refIn({ document }: Piece): string | undefined {
  if (!document) return undefined;
  const value = document.toJS() as Partial<Entity> | undefined;
  if (typeof value?.kind !== 'string' || !value.metadata?.name) {
    return undefined;
  }
  try {
    return stringifyEntityRef(value as Entity);
  } catch {
    return undefined;
  }
}

function indexPieces(path: string, pieces: Piece[]): Map<string, number> {
  const places = new Map<string, number>();
  pieces.forEach((piece, i) => {
    const ref = refIn(piece);
    if (!ref) return;
    if (places.has(ref)) {
      throw new ConflictError(
        `${path}: expected one document of ${ref}, was several`,
      );
    }
    places.set(ref, i);
  });
  return places;
}

function refsOf(entities: readonly unknown[]): Map<string, JsonObject> {
  const given = new Map<string, JsonObject>();
  entities.forEach((entity, i) => {
    const ref = refOf(entity, `entities.${i}`);
    if (given.has(ref)) {
      throw new InputError(
        `entities.${i}: expected each entity once, was ${ref} again`,
      );
    }
    // As it would be in a file: expressions of templates give objects without a
    // prototype, and fields that are undefined.
    given.set(ref, JSON.parse(JSON.stringify(entity)));
  });
  return given;
}

/** The entity with its kind, namespace and name in the letters of the file. */
function spelledAs(now: Entity, entity: JsonObject): JsonObject {
  const { kind, metadata } = now;
  const { name, namespace } = metadata;
  const { namespace: _, ...rest } = entity.metadata as JsonObject;
  return {
    ...entity,
    kind,
    metadata: { ...rest, name, ...(namespace ? { namespace } : {}) },
  };
}

function append(content: string, entity: JsonObject, eol: string): string {
  const text = stringify(entity, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
  }).replace(/\n/g, eol);
  if (!content.trim()) return content + text;
  const end = /\n$/.test(content) ? '' : eol;
  // What follows the end of a document is a new one without another start.
  const start = /(^|\n)(---|\.\.\.)\s*$/.test(content) ? '' : `---${eol}`;
  return content + end + start + text;
}

/**
 * Adds entities to a file, or updates those that are in it. Documents that do
 * not change stay to the letter, in those that do comments and quotes stay.
 *
 * @throws InputError for what is no entity, no YAML, or cannot be edited;
 *   ConflictError where the file has an entity twice.
 */
export function editCatalogInfo(request: Request): CatalogInfoChange {
  const { path, content = '', merge } = request;
  const pieces = splitDocuments(path, content);
  const places = indexPieces(path, pieces);
  const given = refsOf(request.entities);
  const updated: string[] = [];
  const fresh: { ref: string; entity: JsonObject }[] = [];

  for (const [ref, entity] of given) {
    const place = places.get(ref);
    if (place === undefined) {
      const wanted = mergePatch({}, entity) as JsonObject;
      assertEntity(wanted as unknown as Entity, ref);
      fresh.push({ ref, entity: wanted });
      continue;
    }
    const now = pieces[place].document!.toJS();
    const wanted = mergePatch(merge ? now : {}, spelledAs(now, entity));
    if (isDeepStrictEqual(now, wanted)) continue;
    assertEntity(wanted as unknown as Entity, ref);
    const text = writeDocument(pieces[place].text, wanted);
    if (text === undefined) {
      throw new InputError(
        `${path}: ${ref}: expected no anchors where it is changed, was: an anchor that other places use. Write them out first`,
      );
    }
    pieces[place] = { ...pieces[place], text };
    updated.push(ref);
  }

  const eol = content.includes('\r\n') ? '\r\n' : '\n';
  return {
    content: fresh.reduce(
      (text, { entity }) => append(text, entity, eol),
      pieces.map(({ text }) => text).join(''),
    ),
    added: fresh.map(({ ref }) => ref),
    updated,
    entityRefs: [...given.keys()],
  };
}
