import { Knex } from 'knex';
import { chunks } from '@airworthy/plugin-ml-models-node';
import { ScorecardWrite } from './ScorecardStore';
import { ScorecardRow } from './scorecardRow';

const ROWS_PER_INSERT = 50;
const REFS_PER_QUERY = 500;

/** Takes the next numbers of changes and answers the first of them. */
export async function nextChanges(
  tx: Knex.Transaction,
  count: number,
): Promise<number> {
  await tx('changes').where({ name: 'scorecards' }).increment('value', count);
  const row = await tx('changes').where({ name: 'scorecards' }).first();
  return Number(row.value) - count + 1;
}

/** Inserts or replaces scorecards. */
export async function writeScorecards(
  tx: Knex.Transaction,
  writes: readonly ScorecardWrite[],
  change: number,
): Promise<void> {
  for (const part of chunks(writes, ROWS_PER_INSERT)) {
    await tx<ScorecardRow>('scorecards')
      .insert(
        part.map(write => ({
          entity_ref: write.entityRef,
          rubric_id: write.rubricId,
          rubric_digest: write.rubricDigest,
          entity: JSON.stringify(write.entity),
          results: JSON.stringify(write.results),
          results_digest: write.resultsDigest,
          statuses: write.statuses,
          level: write.level,
          score: write.score,
          waived: write.waived,
          evaluated_at: new Date(write.evaluatedAt),
          next_change_at: write.nextChangeAt
            ? new Date(write.nextChangeAt)
            : null,
          change,
        })),
      )
      .onConflict(['entity_ref', 'rubric_id'])
      .merge();
  }
}

/** Deletes scorecards and notes that they are gone; answers how many there were. */
export async function removeScorecards(
  tx: Knex.Transaction,
  keys: readonly { entityRef: string; rubricId: string }[],
  now: Date,
): Promise<number> {
  const byRubric = new Map<string, string[]>();
  for (const { entityRef, rubricId } of keys) {
    byRubric.set(rubricId, [...(byRubric.get(rubricId) ?? []), entityRef]);
  }
  let removed = 0;
  for (const [rubricId, entityRefs] of byRubric) {
    for (const refs of chunks(entityRefs, REFS_PER_QUERY)) {
      const first = await nextChanges(tx, refs.length);
      const found = await tx<ScorecardRow>('scorecards')
        .where({ rubric_id: rubricId })
        .whereIn('entity_ref', refs)
        .pluck('entity_ref');
      await tx<ScorecardRow>('scorecards')
        .where({ rubric_id: rubricId })
        .whereIn('entity_ref', found)
        .delete();
      for (const part of chunks(found as string[], ROWS_PER_INSERT)) {
        await tx('removed_scorecards').insert(
          part.map(entityRef => ({
            change: first + found.indexOf(entityRef),
            entity_ref: entityRef,
            rubric_id: rubricId,
            removed_at: now,
          })),
        );
      }
      removed += found.length;
    }
  }
  return removed;
}
