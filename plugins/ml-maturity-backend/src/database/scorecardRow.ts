import { toIso } from '@airworthy/plugin-ml-models-node';
import { ScorecardSummary } from './ScorecardStore';

/** A row of the table of scorecards. */
export interface ScorecardRow {
  entity_ref: string;
  rubric_id: string;
  rubric_digest: string;
  entity: string;
  results: string;
  results_digest: string;
  statuses: string;
  level: number;
  score: number | null;
  waived: number;
  evaluated_at: Date | string;
  next_change_at: Date | string | null;
  change: number | string;
}

/** Columns that lists and rollups need. */
export const SUMMARY_COLUMNS = [
  'entity_ref',
  'rubric_id',
  'rubric_digest',
  'entity',
  'statuses',
  'level',
  'score',
  'waived',
  'evaluated_at',
] as const;

/** A scorecard without its results. */
export function summaryOf(
  row: Pick<ScorecardRow, (typeof SUMMARY_COLUMNS)[number]>,
): ScorecardSummary {
  return {
    entityRef: row.entity_ref,
    rubricId: row.rubric_id,
    rubricDigest: row.rubric_digest,
    entity: JSON.parse(row.entity),
    statuses: row.statuses,
    level: row.level,
    score: row.score,
    waived: row.waived,
    evaluatedAt: toIso(row.evaluated_at),
  };
}
