import { toError } from '@backstage/errors';
import {
  ANNOTATION_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { ANNOTATION_MANIFESTS } from '@airworthy/plugin-ml-models-common';
import { ManifestOrigin } from '@airworthy/plugin-ml-deployment-common';
import { ManifestText } from '@airworthy/plugin-ml-deployment-node';

/** Files of manifests with where they are from, or why there are none. */
export type FoundManifests =
  | { origin: ManifestOrigin; files: ManifestText[] }
  | { failure: string };

/** Reads manifests from one kind of location. */
export interface ManifestSource {
  /** Such as `url`. */
  readonly type: string;
  /**
   * @param location - The file that the entity was read from.
   * @param path - Where the manifests are, relative to the folder of that file.
   */
  read(
    location: string,
    path: string,
    signal: AbortSignal,
  ): Promise<{ target: string; files: ManifestText[] }>;
}

const MAX_PATH = 500;

/** Finds the manifests of a deployment. */
export class ManifestReader {
  readonly #sources: readonly ManifestSource[];

  constructor(options: { sources: readonly ManifestSource[] }) {
    this.#sources = options.sources;
  }

  /** Never throws unless the caller left. */
  async read(entity: Entity, signal: AbortSignal): Promise<FoundManifests> {
    const annotations = entity.metadata.annotations ?? {};
    const path = annotations[ANNOTATION_MANIFESTS]?.trim();
    if (!path) {
      return {
        failure: `The deployment does not say where its manifests are (annotation ${ANNOTATION_MANIFESTS}).`,
      };
    }
    try {
      const { type, target: location } = parseLocationRef(
        annotations[ANNOTATION_LOCATION] ?? '',
      );
      const source = this.#sources.find(one => one.type === type);
      if (!source) {
        return {
          failure: `Manifests beside a location of type ${type} cannot be read.`,
        };
      }
      if (path.length > MAX_PATH || /\p{Cc}/u.test(path)) {
        return {
          failure: `${ANNOTATION_MANIFESTS}: expected a path of at most ${MAX_PATH} characters on one line.`,
        };
      }
      const { target, files } = await source.read(location, path, signal);
      return files.length
        ? { origin: { target, files: files.length }, files }
        : { failure: `${target} has no .yaml or .yml file.` };
    } catch (error) {
      signal.throwIfAborted();
      return { failure: `Manifests: ${toError(error).message}` };
    }
  }
}
