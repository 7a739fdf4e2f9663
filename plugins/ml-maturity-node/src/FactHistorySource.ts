import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  AttestationEvidence,
  AttestationValue,
  EntityFacts,
} from '@airworthy/plugin-ml-maturity-common';

/** Facts as a collector would have found them at a moment of the past. @public */
export interface DatedFacts {
  /** ISO 8601. */
  at: string;
  /** Id of the collector that declares them. */
  collector: string;
  /** All that was known then; it takes the place of what the collector knew before. */
  values: JsonObject;
}

/** An answer that a person gave in the past. @public */
export interface DatedAnswer {
  /** ISO 8601. */
  at: string;
  checkId: string;
  /** The rubric that asked; every one that has the check without it. */
  rubricId?: string;
  answer: 'yes' | 'no';
  fields?: Record<string, AttestationValue>;
  evidence?: AttestationEvidence;
  comment?: string;
  /** Entity reference of who answered. */
  author: string;
  /** ISO 8601; as the check says without it. */
  expiresAt?: string;
}

/** The past of one entity. @public */
export interface EntityHistory {
  entityRef: string;
  facts: DatedFacts[];
  answers?: DatedAnswer[];
}

/** What a source is asked. @public */
export interface HistoryRequest {
  /** Entities that have a scorecard now and whose past was not imported yet. */
  entities: Entity[];
  /** What is known of each now, by its reference: for sources that know only what was different. */
  facts: ReadonlyMap<string, EntityFacts>;
  /** Credentials of the maturity plugin itself, for calls to other plugins. */
  credentials: BackstageCredentials;
  signal: AbortSignal;
}

/**
 * Knows facts and answers of the past, such as those of a tool that was used
 * before.
 *
 * @remarks
 *
 * Each entity is asked about once. What the source knows is replayed through
 * the rubrics in force, which gives events and daily points up to the day of
 * the entity's own first evaluation. Answers become answers of the check where
 * nobody has answered it here, marked with the source's id.
 *
 * @public
 */
export interface FactHistorySource {
  /** Unique and stable: it keeps an entity from being imported twice. At most 63 characters. */
  readonly id: string;
  /** The most entities of one request. Without it 50. */
  readonly batchSize?: number;

  /** The past of the entities of which it knows one; when it throws they are asked about again. */
  historyOf(request: HistoryRequest): Promise<EntityHistory[]>;
}
