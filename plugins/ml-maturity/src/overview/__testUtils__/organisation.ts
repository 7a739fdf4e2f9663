import {
  Campaign,
  CampaignDetail,
  MlMaturityApi,
  RollupCell,
  RollupResponse,
  RollupSummary,
  Rubric,
  ScorecardListItem,
  StatusCounts,
} from '@airworthy/plugin-ml-maturity-common';
import { FakeMaturity } from '../../__testUtils__/maturity';

/** Counts with nothing but what is given. */
export function counts(part: Partial<StatusCounts> = {}): StatusCounts {
  return {
    pass: 0,
    fail: 0,
    unknown: 0,
    error: 0,
    waived: 0,
    'not-applicable': 0,
    ...part,
  };
}

function cell(column: string, score: number | null): RollupCell {
  return {
    column,
    score,
    passed: (score ?? 0) * 4,
    total: score === null ? 0 : 4,
    counts: counts({ pass: (score ?? 0) * 4, unknown: 1 }),
  };
}

function summary(models: number, scores: (number | null)[]): RollupSummary {
  return {
    models,
    evaluated: models,
    notEvaluated: 0,
    levels: [models - 1, 1, 0],
    withWaivers: 0,
    score: scores[0],
    counts: counts({ pass: models, unknown: 2 * models }),
    cells: [cell('data', scores[0]), cell('code', scores[1])],
  };
}

const GROUPS = [
  { id: 'group:default/air', title: 'Air', parents: [], scores: [0.5, 0.25] },
  {
    id: 'group:default/delays',
    title: 'Delays',
    parents: ['group:default/air'],
    scores: [0.75, null],
  },
  {
    id: 'group:default/gates',
    title: 'Gates',
    parents: ['group:default/air'],
    scores: [0.25, 0.25],
  },
];

/** Three models of two teams below one group, and one without an owner. */
export function rollup(request: {
  by: string;
  measure: string;
}): RollupResponse {
  return {
    rubricId: 'small',
    by: request.by as 'owner',
    measure: request.measure as 'category',
    columns: [
      { id: 'data', title: 'Data' },
      { id: 'code', title: 'Code' },
    ],
    levels: [
      { level: 0, title: 'Manual' },
      { level: 1, title: 'Automated training' },
      { level: 2, title: 'Automated delivery' },
    ],
    total: {
      ...summary(5, [0.4, 0.2]),
      evaluated: 4,
      notEvaluated: 1,
      levels: [3, 1, 0],
      counts: counts({ pass: 6, fail: 4, unknown: 9, error: 1 }),
    },
    unassigned: { ...summary(1, [0, 0]), filter: { owner: ['(none)'] } },
    nodes: GROUPS.map(({ scores, ...group }) => ({
      ...group,
      ...summary(3, scores),
      filter: { owner: [group.id] },
    })),
  };
}

/** A scorecard in a list. */
export function listed(
  name: string,
  part: Partial<ScorecardListItem> = {},
): ScorecardListItem {
  return {
    entityRef: `mlmodel:default/${name}`,
    kind: 'MlModel',
    namespace: 'default',
    name,
    owner: 'group:default/delays',
    tags: [],
    level: 0,
    score: 0.3,
    waived: 0,
    counts: counts({ pass: 1, fail: 2 }),
    evaluatedAt: new Date().toISOString(),
    current: true,
    ...part,
  };
}

/** A campaign that runs. */
export const campaign: Campaign = {
  id: 'c1',
  title: 'Privacy first',
  rubricId: 'small',
  goal: { checks: ['privacy'] },
  scope: { 'spec.lifecycle': { $in: ['production'] } },
  owner: 'group:default/air',
  startsAt: '2026-01-01T00:00:00.000Z',
  dueAt: '2126-01-01T23:59:59.999Z',
  state: 'active',
  createdBy: 'user:default/ada',
  createdAt: '2026-01-01T00:00:00.000Z',
  progress: {
    total: 3,
    done: 1,
    checksTotal: 3,
    checksDone: 1,
    checksWaived: 0,
  },
};

/** The same with who is left. */
export const detail: CampaignDetail = {
  ...campaign,
  teams: [
    {
      owner: 'group:default/delays',
      title: 'Delays',
      ...campaign.progress!,
    },
  ],
  left: [
    {
      entityRef: 'mlmodel:default/flight-delay',
      name: 'flight-delay',
      title: 'Flight delay',
      owner: 'group:default/delays',
      done: false,
      missing: [
        { checkId: 'privacy', title: 'Data is protected', status: 'unknown' },
      ],
    },
  ],
  burnUp: [
    {
      day: '2026-01-01',
      done: 0,
      total: 3,
      checksDone: 0,
      checksTotal: 3,
    },
    {
      day: '2026-01-02',
      done: 1,
      total: 3,
      checksDone: 1,
      checksTotal: 3,
    },
  ],
};

/** A maturity backend that answers with a small organisation. */
export class FakeOrganisation {
  readonly rubric: Rubric = new FakeMaturity().compiled.rubric;
  capabilities = {
    read: true,
    attest: true,
    requestWaiver: true,
    waive: true,
    manageCampaigns: true,
    waiverDays: 366,
    evaluate: true,
  };

  readonly #entry = {
    rubric: this.rubric,
    digest: 'd',
    source: 'default',
    loadedAt: new Date().toISOString(),
    problems: [],
  };

  readonly api = {
    getRubrics: jest.fn(async () => ({ items: [this.#entry] })),
    getRubric: jest.fn(async () => ({
      ...this.#entry,
      models: 4,
      coverage: this.rubric.checks.map(({ id }) => ({
        checkId: id,
        counted: true,
        counts: counts({ pass: 1, fail: 2, unknown: 1 }),
      })),
    })),
    getCapabilities: jest.fn(async () => this.capabilities),
    getRollup: jest.fn(async request => rollup(request)),
    getTrend: jest.fn(async () => ({
      rubricId: 'small',
      points: [
        { day: '2026-01-01', models: 2, levels: [2, 0, 0], score: 0.2 },
        { day: '2026-01-02', models: 4, levels: [3, 1, 0], score: 0.4 },
      ],
    })),
    getGaps: jest.fn(async () => ({
      rubricId: 'small',
      models: 4,
      items: [
        {
          checkId: 'privacy',
          title: 'Data is protected',
          level: 1,
          category: 'data',
          effort: 'small',
          models: 4,
          fail: 1,
          unknown: 2,
          error: 0,
          blocks: 3,
          lifts: 2,
        },
      ],
    })),
    getMovers: jest.fn(async () => ({
      rubricId: 'small',
      since: '2026-01-01',
      rises: [
        {
          ...listed('flight-delay', { title: 'Flight delay' }),
          levelBefore: 0,
          levelAfter: 1,
          scoreBefore: 0.2,
          scoreAfter: 0.6,
        },
      ],
      falls: [],
      risen: 1,
      fallen: 0,
    })),
    getExpiring: jest.fn(async () => ({
      rubricId: 'small',
      totalItems: 0,
      items: [],
    })),
    listScorecards: jest.fn(async (_: unknown) => ({
      rubricId: 'small',
      totalItems: 1,
      items: [
        listed('flight-delay', {
          title: 'Flight delay',
          checks: {
            expectations: 'pass',
            skills: 'fail',
            described: 'pass',
            privacy: 'unknown',
          },
        }),
      ],
    })),
    exportCsv: jest.fn(async () => 'owner,models\r\n'),
    whatIf: jest.fn(),
    listCampaigns: jest.fn(async () => ({ items: [campaign] })),
    getCampaign: jest.fn(async () => detail),
    createCampaign: jest.fn(async () => ({ ...campaign, id: 'c2' })),
    closeCampaign: jest.fn(async () => ({
      ...detail,
      state: 'closed',
      closedAt: '2026-02-01T00:00:00.000Z',
      closedBy: 'user:default/ada',
    })),
    promoteCampaign: jest.fn(),
    remindCampaign: jest.fn(),
  };

  get client(): MlMaturityApi {
    return this.api as unknown as MlMaturityApi;
  }
}
