import {
  CampaignGoal,
  CampaignPromotion,
} from '@airworthy/plugin-ml-maturity-common';
import { FilterPredicate } from '@backstage/filter-predicates';
import { Knex } from 'knex';
import {
  chunks,
  plainText,
  toIso,
  toIsoOrUndefined,
} from '@airworthy/plugin-ml-models-node';
import { Standing } from '../campaigns/standings';

/** A campaign as it is kept. */
export interface StoredCampaign {
  id: string;
  title: string;
  description?: string;
  rubricId: string;
  goal: CampaignGoal;
  scope: FilterPredicate;
  owner: string;
  startsAt: string;
  dueAt: string;
  remindEveryDays?: number;
  createdBy: string;
  createdAt: string;
  closedAt?: string;
  closedBy?: string;
  /** Where each model stood on closing. */
  report?: Standing[];
  promotion?: CampaignPromotion;
}

/** Where a model of a campaign stood at the end of a day. */
export interface CampaignPoint {
  entityRef: string;
  /** UTC, `YYYY-MM-DD`. */
  day: string;
  /** False once it left the scope. */
  member: boolean;
  done: boolean;
  checksDone: number;
  checksTotal: number;
}

interface Row {
  id: string;
  title: string;
  description: string | null;
  rubric_id: string;
  goal: string;
  scope: string;
  owner: string;
  starts_at: Date | string;
  due_at: Date | string;
  state: 'open' | 'closed';
  created_by: string;
  created_at: Date | string;
  remind_every_days: number | null;
  closed_at: Date | string | null;
  closed_by: string | null;
  report: string | null;
  promotion: string | null;
}

interface PointRow {
  campaign_id: string;
  entity_ref: string;
  day: string;
  member: boolean | number;
  done: boolean | number;
  checks_done: number;
  checks_total: number;
}

const ROWS_PER_INSERT = 100;

function fromRow(row: Row): StoredCampaign {
  return {
    id: row.id,
    title: row.title,
    description: row.description ?? undefined,
    rubricId: row.rubric_id,
    goal: JSON.parse(row.goal),
    scope: JSON.parse(row.scope),
    owner: row.owner,
    startsAt: toIso(row.starts_at),
    dueAt: toIso(row.due_at),
    remindEveryDays: row.remind_every_days ?? undefined,
    createdBy: row.created_by,
    createdAt: toIso(row.created_at),
    closedAt: toIsoOrUndefined(row.closed_at),
    closedBy: row.closed_by ?? undefined,
    report: row.report ? JSON.parse(row.report) : undefined,
    promotion: row.promotion ? JSON.parse(row.promotion) : undefined,
  };
}

function toRow(campaign: StoredCampaign): Omit<Row, 'state'> {
  return {
    id: campaign.id,
    title: plainText(campaign.title),
    description: plainText(campaign.description),
    rubric_id: campaign.rubricId,
    goal: JSON.stringify(campaign.goal),
    scope: JSON.stringify(campaign.scope),
    owner: campaign.owner,
    starts_at: new Date(campaign.startsAt),
    due_at: new Date(campaign.dueAt),
    remind_every_days: campaign.remindEveryDays ?? null,
    created_by: campaign.createdBy,
    created_at: new Date(campaign.createdAt),
    closed_at: campaign.closedAt ? new Date(campaign.closedAt) : null,
    closed_by: campaign.closedBy ?? null,
    report: campaign.report ? JSON.stringify(campaign.report) : null,
    promotion: campaign.promotion ? JSON.stringify(campaign.promotion) : null,
  };
}

/** Keeps campaigns, and where their models stood day by day. */
export class CampaignStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** Open ones that end first at the top, closed ones last, the newest first. */
  async list(limit: number): Promise<StoredCampaign[]> {
    const open = await this.#db<Row>('campaigns')
      .where({ state: 'open' })
      .orderBy([{ column: 'due_at' }, { column: 'id' }])
      .limit(limit);
    const closed = await this.#db<Row>('campaigns')
      .where({ state: 'closed' })
      .orderBy([{ column: 'closed_at', order: 'desc' }, { column: 'id' }])
      .limit(limit - open.length);
    return [...open, ...closed].map(fromRow);
  }

  async open(): Promise<StoredCampaign[]> {
    const rows = await this.#db<Row>('campaigns')
      .where({ state: 'open' })
      .orderBy([{ column: 'due_at' }, { column: 'id' }]);
    return rows.map(fromRow);
  }

  async countOpen(): Promise<number> {
    const row = await this.#db('campaigns')
      .where({ state: 'open' })
      .count({ open: '*' })
      .first();
    return Number(row?.open ?? 0);
  }

  async get(id: string): Promise<StoredCampaign | undefined> {
    const row = await this.#db<Row>('campaigns').where({ id }).first();
    return row && fromRow(row);
  }

  async add(campaign: StoredCampaign): Promise<void> {
    await this.#db<Row>('campaigns').insert({
      ...toRow(campaign),
      state: 'open',
    });
  }

  /** Changes an open campaign; false where it was closed meanwhile. */
  async update(campaign: StoredCampaign): Promise<boolean> {
    const count = await this.#db<Row>('campaigns')
      .where({ id: campaign.id, state: 'open' })
      .update({
        ...toRow(campaign),
        state: campaign.closedAt ? 'closed' : 'open',
      });
    return count > 0;
  }

  async setPromotion(id: string, promotion: CampaignPromotion): Promise<void> {
    await this.#db<Row>('campaigns')
      .where({ id })
      .update({ promotion: JSON.stringify(promotion) });
  }

  /** All points of a campaign, oldest first. */
  async pointsOf(campaignId: string): Promise<CampaignPoint[]> {
    const rows = await this.#db<PointRow>('campaign_points')
      .where({ campaign_id: campaignId })
      .orderBy([{ column: 'day' }, { column: 'entity_ref' }]);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      day: row.day,
      member: Boolean(row.member),
      done: Boolean(row.done),
      checksDone: row.checks_done,
      checksTotal: row.checks_total,
    }));
  }

  /** Notes points; one of the same model and day takes the place of the one before. */
  async addPoints(
    campaignId: string,
    points: readonly CampaignPoint[],
  ): Promise<void> {
    await this.#db.transaction(async tx => {
      for (const part of chunks(points, ROWS_PER_INSERT)) {
        await tx<PointRow>('campaign_points')
          .insert(
            part.map(point => ({
              campaign_id: campaignId,
              entity_ref: point.entityRef,
              day: point.day,
              member: point.member,
              done: point.done,
              checks_done: point.checksDone,
              checks_total: point.checksTotal,
            })),
          )
          .onConflict(['campaign_id', 'entity_ref', 'day'])
          .merge();
      }
    });
  }
}
