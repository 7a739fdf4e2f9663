import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useAsyncList } from 'react-stately/useAsyncList';

/** An entity to choose. */
export interface EntityOption {
  id: string;
  label: string;
  description?: string;
}

interface Options {
  kind: string;
  /** Fields beyond the name that `describe` looks at. */
  fields: string[];
  describe: (entity: Entity) => string;
  /** Only what the reader, or a group of theirs, owns. */
  ownedOnly?: boolean;
}

const PAGE_SIZE = 20;
const PAUSE_MS = 250;

const pause = (signal: AbortSignal) =>
  new Promise<void>(resolve => {
    const timer = setTimeout(resolve, PAUSE_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** What an entity is called in a list. */
export function labelOf({ metadata }: Entity): string {
  return metadata.title ?? metadata.name;
}

/** Entities of a kind by text, a page at a time, as the reader types and scrolls. */
export function useEntityOptions(options: Options) {
  const { kind, fields, describe, ownedOnly } = options;
  const catalogApi = useApi(catalogApiRef);
  const identityApi = useApi(identityApiRef);

  return useAsyncList<EntityOption, string>({
    async load({ signal, cursor, filterText = '' }) {
      // A word is asked for when it is typed, not letter by letter.
      if (filterText && !cursor) await pause(signal);
      if (signal.aborted) return { items: [] };
      const shown = ['kind', 'metadata.name', 'metadata.namespace'];
      const request = {
        fields: [...shown, 'metadata.title', ...fields],
        limit: PAGE_SIZE,
      };
      const owners = ownedOnly
        ? (await identityApi.getBackstageIdentity()).ownershipEntityRefs
        : undefined;
      const term = filterText.trim();
      const { items, pageInfo } = await catalogApi.queryEntities(
        cursor
          ? { ...request, cursor }
          : {
              ...request,
              filter: {
                kind,
                ...(owners ? { 'relations.ownedBy': owners } : {}),
              },
              orderFields: { field: 'metadata.name', order: 'asc' },
              ...(term
                ? {
                    fullTextFilter: {
                      term,
                      fields: ['metadata.name', 'metadata.title'],
                    },
                  }
                : {}),
            },
      );
      return {
        items: items.map(entity => ({
          id: stringifyEntityRef(entity),
          label: labelOf(entity),
          description: describe(entity),
        })),
        cursor: pageInfo.nextCursor,
      };
    },
  });
}
