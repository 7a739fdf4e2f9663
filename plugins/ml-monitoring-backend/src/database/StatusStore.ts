import { Knex } from 'knex';
import { chunks, plainText, toIso } from '@airworthy/plugin-ml-models-node';
import { GroupStates } from '../status/groupStates';
import {
  DeploymentRow,
  GroupRow,
  LIST_COLUMNS,
  NO_SUMMARY,
  Progress,
  Row,
  StatusWrite,
  StoredStatus,
  listRow,
} from './statusRow';

const ROWS_PER_INSERT = 50;
const REFS_PER_QUERY = 500;

function dateOrNull(moment: string | undefined): Date | null {
  return moment === undefined ? null : new Date(moment);
}

async function nextChanges(
  tx: Knex.Transaction,
  count: number,
): Promise<number> {
  await tx('changes').where({ name: 'deployments' }).increment('value', count);
  const row = await tx('changes').where({ name: 'deployments' }).first();
  return Number(row.value) - count + 1;
}

/** The status of each deployment, as its last evaluation left it. */
export class StatusStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async get(entityRef: string): Promise<StoredStatus | undefined> {
    const row = await this.#db<Row>('deployments')
      .where({ entity_ref: entityRef })
      .first();
    if (!row) return undefined;
    const rows = await this.#db<GroupRow>('check_groups').where({
      entity_ref: entityRef,
    });
    const groups: GroupStates = {};
    for (const group of rows) {
      groups[group.name] = {
        until: toIso(group.until),
        digest: group.digest,
        checks: JSON.parse(group.checks),
        metrics: JSON.parse(group.metrics),
        fresh: JSON.parse(group.fresh),
      };
    }
    return {
      ...listRow(row),
      groups,
      notifiedStatus: row.notified_status ?? undefined,
      version: row.version,
    };
  }

  /** How far the windows of deployments are evaluated, without their checks. */
  async progressOf(
    entityRefs: readonly string[],
  ): Promise<Map<string, Progress>> {
    const progress = new Map<string, Progress>();
    for (const refs of chunks(entityRefs, REFS_PER_QUERY)) {
      const rows = await this.#db<GroupRow>('check_groups')
        .whereIn('entity_ref', refs)
        .select('entity_ref', 'name', 'until', 'digest');
      for (const { entity_ref: ref, name, until, digest } of rows) {
        const known = progress.get(ref) ?? {};
        known[name] = { until: toIso(until), digest };
        progress.set(ref, known);
      }
    }
    return progress;
  }

  async entityRefs(): Promise<string[]> {
    return this.#db<Row>('deployments').pluck('entity_ref');
  }

  /** Facts of all deployments as they are stored. */
  async facts(): Promise<Map<string, string>> {
    const rows = await this.#db<Row>('deployments').select(
      'entity_ref',
      'facts',
    );
    return new Map(rows.map(row => [row.entity_ref, row.facts]));
  }

  /** Notes deployments that are new, or whose facts are other ones. */
  async putFacts(
    deployments: readonly {
      entityRef: string;
      facts: string;
      reason: string;
    }[],
  ): Promise<void> {
    for (const part of chunks(deployments, ROWS_PER_INSERT)) {
      await this.#db.transaction(async tx => {
        const change = await nextChanges(tx, 1);
        await tx<Row>('deployments')
          .insert(
            part.map(({ entityRef, facts, reason }) => ({
              entity_ref: entityRef,
              facts: plainText(facts),
              status: 'unknown' as const,
              reason,
              summary: JSON.stringify(NO_SUMMARY),
              hours: '',
              version: 0,
              change,
            })),
          )
          .onConflict('entity_ref')
          .merge(['facts', 'change']);
      });
    }
  }

  /**
   * Stores what an evaluation found, all of it or nothing: false where
   * another replica stored one meanwhile.
   */
  async write(write: StatusWrite, now: Date): Promise<boolean> {
    const { entityRef } = write;
    return this.#db.transaction(async tx => {
      const change = await nextChanges(tx, 1);
      const updated = await tx<Row>('deployments')
        .where({ entity_ref: entityRef, version: write.version })
        .update({
          status: write.status,
          since: dateOrNull(write.since),
          evaluated_at: dateOrNull(write.evaluatedAt),
          reason: plainText(write.reason),
          summary: plainText(JSON.stringify(write.summary)),
          notified_status: write.notifiedStatus ?? null,
          hours: write.hours,
          hours_until: dateOrNull(write.hoursUntil),
          version: write.version + 1,
          change,
        });
      if (updated === 0) return false;
      await this.#writeGroups(tx, write);
      for (const part of chunks(write.changes, ROWS_PER_INSERT)) {
        await tx('status_changes').insert(
          part.map(entry => ({
            entity_ref: entityRef,
            at: new Date(entry.at),
            check_id: entry.checkId ?? null,
            title: plainText(entry.title),
            from: entry.from,
            to: entry.to,
            value: Number.isFinite(entry.value) ? entry.value : null,
            reason: plainText(entry.reason),
          })),
        );
      }
      for (const part of chunks(write.days, ROWS_PER_INSERT)) {
        await tx('status_days')
          .insert(part.map(day => ({ entity_ref: entityRef, ...day })))
          .onConflict(['entity_ref', 'day'])
          .merge();
      }
      for (const { kind, payload } of write.outbox) {
        await tx('outbox').insert({
          kind,
          payload: plainText(JSON.stringify(payload)),
          created_at: now,
        });
      }
      return true;
    });
  }

  async #writeGroups(tx: Knex.Transaction, write: StatusWrite): Promise<void> {
    await tx<GroupRow>('check_groups')
      .where({ entity_ref: write.entityRef })
      .whereNotIn('name', Object.keys(write.groups))
      .delete();
    for (const name of write.changedGroups) {
      const group = write.groups[name];
      if (!group) continue;
      await tx<GroupRow>('check_groups')
        .insert({
          entity_ref: write.entityRef,
          name,
          until: new Date(group.until),
          digest: group.digest,
          checks: plainText(JSON.stringify(group.checks)),
          metrics: JSON.stringify(group.metrics),
          fresh: JSON.stringify(group.fresh),
        })
        .onConflict(['entity_ref', 'name'])
        .merge();
    }
  }

  /** Forgets deployments with all that was known of them. */
  async remove(entityRefs: readonly string[], now: Date): Promise<void> {
    for (const refs of chunks(entityRefs, REFS_PER_QUERY)) {
      await this.#db.transaction(async tx => {
        const first = await nextChanges(tx, refs.length);
        for (const table of [
          'deployments',
          'check_groups',
          'status_changes',
          'status_days',
          'mutes',
          'source_failures',
        ]) {
          await tx(table).whereIn('entity_ref', refs).delete();
        }
        for (const part of chunks(refs, ROWS_PER_INSERT)) {
          await tx('removed_deployments').insert(
            part.map(ref => ({
              change: first + refs.indexOf(ref),
              entity_ref: ref,
              removed_at: now,
            })),
          );
        }
      });
    }
  }

  async newestChange(): Promise<number> {
    const row = await this.#db('changes')
      .where({ name: 'deployments' })
      .first('value');
    return Number(row.value);
  }

  /** What changed after one number up to another. */
  async changedBetween(
    after: number,
    until: number,
  ): Promise<{ changed: DeploymentRow[]; removed: string[] }> {
    const between = (query: Knex.QueryBuilder) =>
      query.where('change', '>', after).andWhere('change', '<=', until);
    const [rows, removed] = await Promise.all([
      between(this.#db('deployments').select(LIST_COLUMNS)),
      after === 0
        ? []
        : between(this.#db('removed_deployments')).pluck('entity_ref'),
    ]);
    return { changed: (rows as Row[]).map(listRow), removed };
  }

  async pruneRemoved(before: Date): Promise<void> {
    await this.#db('removed_deployments')
      .where('removed_at', '<', before)
      .delete();
  }
}
