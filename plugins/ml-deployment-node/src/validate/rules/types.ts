import { Finding, Json } from '../types';

/** Something that only an engine's webhook or controller would tell. */
export type ManifestRule = (document: Json) => Finding[];

/** Rules of kinds, by group and kind. */
export type RulesByKind = Record<string, readonly ManifestRule[]>;

/** A finding, or none where what is asked holds. */
export const unless = (
  holds: boolean,
  field: string,
  expected: string,
  was: string,
): Finding[] => (holds ? [] : [{ field, expected, was }]);
