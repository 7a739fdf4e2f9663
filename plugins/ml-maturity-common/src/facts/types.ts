import { JsonObject, JsonValue } from '@backstage/types';

/** Type of a fact. @public */
export type FactType =
  | 'boolean'
  | 'integer'
  | 'number'
  | 'string'
  | 'list<string>';

/** A fact that a collector may know. @public */
export interface FactDefinition {
  /** Path below the collector's id, such as `newest.metrics`. */
  path: string;
  type: FactType;
  /** Unit of a number, such as `days`. */
  unit?: string;
  /** What people call it, such as `Age of the model`; the path without it. */
  title?: string;
  description: string;
}

/** The facts of one collector. @public */
export interface FactSchema {
  /** Id of the collector; rules read its facts as `<collector>.<path>`. */
  collector: string;
  title: string;
  facts: readonly FactDefinition[];
}

/** What one collector knows of an entity. @public */
export interface CollectedFacts {
  /** When they were collected, ISO 8601. */
  collectedAt: string;
  /** Nested values; what could not be known is absent. */
  values: JsonObject;
  /** Why the newest attempt failed; the values are then those of the last one that did not. */
  failure?: { message: string; at: string };
}

/** All facts of an entity by the collector's id. @public */
export type EntityFacts = Record<string, CollectedFacts>;

/** A fact as a result used it. @public */
export interface FactReading {
  /** Full path, such as `versions.newest.metrics`. */
  path: string;
  /** What people call it; answers have it, what is stored does not. */
  title?: string;
  value: JsonValue;
  collectedAt: string;
}
