import { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ANNOTATION_TRACK } from '@airworthy/plugin-ml-models-common';
import { GroupTracks, trackOfGroup } from './trackOf';

const KEPT_MS = 60_000;

/** Tracks that groups name in their annotation, read at most once a minute. */
export class GroupTrackService {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  #known?: { at: number; tracks: Promise<GroupTracks> };

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  get(): Promise<GroupTracks> {
    const now = Date.now();
    if (!this.#known || Math.abs(now - this.#known.at) > KEPT_MS) {
      const tracks = this.#read();
      this.#known = { at: now, tracks };
      // A failed read is not kept.
      tracks.catch(() => {
        this.#known = undefined;
      });
    }
    return this.#known.tracks;
  }

  async #read(): Promise<GroupTracks> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const tracks = new Map<string, string>();
    const pages = this.#catalog.streamEntities(
      {
        query: {
          kind: 'Group',
          [`metadata.annotations.${ANNOTATION_TRACK}`]: { $exists: true },
        },
        fields: ['kind', 'metadata'],
      },
      { credentials },
    );
    for await (const page of pages) {
      for (const group of page) {
        const track = trackOfGroup(group);
        if (track) tracks.set(stringifyEntityRef(group), track);
      }
    }
    return tracks;
  }
}
