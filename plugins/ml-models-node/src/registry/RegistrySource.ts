import { RegistryModel, RegistryRef } from '@airworthy/plugin-ml-models-common';

/** A model as a registry's list shows it: enough to tell whether it changed. @public */
export interface RegistryListing<T = unknown> {
  /** What the registry calls it. */
  id: string;
  /** Text that differs once anything that the list shows of it changed. */
  revision: string;
  /** When the registry says that it changed, in milliseconds of the registry's clock. */
  updatedAt?: number;
  /** It changed, though its list need not show it: such as the text of an old version. */
  changed?: boolean;
  /** What {@link RegistrySource.read} needs of the list. */
  summary: T;
}

/** An entry of a list that could not be read. @public */
export interface UnreadableListing {
  id?: string;
  reason: string;
}

/** A part of a list. @public */
export interface RegistryPage<T = unknown> {
  models: RegistryListing<T>[];
  unreadable?: UnreadableListing[];
}

/**
 * Where models come from. It throws a `RegistryError` where the registry
 * fails, and so ends the run: what is known then stays as it is.
 *
 * @public
 */
export interface RegistrySource<T = unknown> {
  readonly registry: RegistryRef;
  /** In words, such as `MLflow "production"`. */
  readonly title: string;
  /** Address for people. */
  readonly address: string;

  /** All models that the provider's filters let through, a page at a time. */
  list(signal: AbortSignal): AsyncIterable<RegistryPage<T>>;

  /** Those that changed since a moment of the registry's clock, where it can tell. */
  listChanged?(
    since: number,
    signal: AbortSignal,
  ): AsyncIterable<RegistryPage<T>>;

  /**
   * One model in full; undefined where it is gone. What did not change since
   * `previous` need not be asked for again.
   */
  read(
    listing: RegistryListing<T>,
    previous: RegistryModel | undefined,
    signal: AbortSignal,
  ): Promise<RegistryModel | undefined>;

  /**
   * Whether a model that a list did not show is really gone, or no longer let
   * through: pages of a list shift while models are removed.
   */
  isGone(id: string, signal: AbortSignal): Promise<boolean>;
}
