import { Knex } from 'knex';
import { ScorecardSummary } from './ScorecardStore';
import { SUMMARY_COLUMNS, ScorecardRow, summaryOf } from './scorecardRow';

const ROWS_PER_PAGE = 500;

interface Span {
  after: number;
  upTo: number;
}

/** Number of the newest change of any scorecard. */
export async function newestChange(db: Knex): Promise<number> {
  const row = await db('changes').where({ name: 'scorecards' }).first();
  return Number(row?.value ?? 0);
}

/** Scorecards of a rubric that changed within a span of changes, a page at a time. */
export async function* changedScorecards(
  db: Knex,
  rubricId: string,
  { after, upTo }: Span,
): AsyncGenerator<ScorecardSummary[]> {
  let last: Pick<ScorecardRow, 'change' | 'entity_ref'> | undefined;
  for (;;) {
    const query = db<ScorecardRow>('scorecards')
      .where({ rubric_id: rubricId })
      .andWhere('change', '<=', upTo)
      .andWhere('change', last ? '>=' : '>', last?.change ?? after)
      .orderBy(['change', 'entity_ref'])
      .limit(ROWS_PER_PAGE)
      .select(...SUMMARY_COLUMNS, 'change');
    if (last) {
      const { change, entity_ref: ref } = last;
      // Many rows may have the number of one change.
      query.andWhere(next =>
        next.where('change', '>', change).orWhere('entity_ref', '>', ref),
      );
    }
    const rows = await query;
    if (rows.length) yield rows.map(summaryOf);
    if (rows.length < ROWS_PER_PAGE) return;
    last = rows[rows.length - 1];
  }
}

/** Scorecards that were removed within a span of changes; one may have come back since. */
export async function removedScorecards(
  db: Knex,
  { after, upTo }: Span,
): Promise<{ entityRef: string; rubricId: string }[]> {
  const rows = await db('removed_scorecards')
    .where('change', '>', after)
    .andWhere('change', '<=', upTo)
    .orderBy('change');
  return rows.map(row => ({
    entityRef: row.entity_ref,
    rubricId: row.rubric_id,
  }));
}
