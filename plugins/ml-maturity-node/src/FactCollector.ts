import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { HumanDuration, JsonObject } from '@backstage/types';
import { FactSchema } from '@airworthy/plugin-ml-maturity-common';

/**
 * What a collector says of one entity: the facts that it knows, or why it
 * could not find out. After a failure the last known facts stay, with their
 * age and the message.
 *
 * @public
 */
export type CollectorAnswer =
  | {
      entityRef: string;
      /** Nested values by the paths of the schema; leave out what is not known. */
      values: JsonObject;
    }
  | { entityRef: string; failure: string };

/** What a collector is asked. @public */
export interface CollectRequest {
  /** The entities to look at, at most {@link FactCollector.batchSize} of them. */
  entities: Entity[];
  /** Credentials of the maturity plugin itself, for calls to other plugins. */
  credentials: BackstageCredentials;
  /** Aborted on shutdown and when the collector's time is up. */
  signal: AbortSignal;
}

/**
 * Finds facts about entities, a batch at a time.
 *
 * @public
 */
export interface FactCollector {
  /** What it can know; rules read it as `<schema.collector>.<path>`. */
  readonly schema: FactSchema;
  /** How long an answer is taken as fresh; it is not asked again before, unless the entity changes. */
  readonly freshness: HumanDuration;
  /** The most entities of one request. Without it 100. */
  readonly batchSize?: number;
  /** The most time that one request may take. Without it one minute. */
  readonly timeout?: HumanDuration;

  /**
   * Collects facts. An entity without an answer counts as failed. An answer
   * for an entity that was not asked for is left aside with a warning. A
   * thrown error is a failure for every entity of the request.
   */
  collect(request: CollectRequest): Promise<CollectorAnswer[]>;
}
