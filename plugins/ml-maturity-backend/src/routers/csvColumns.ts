import {
  CHECK_STATUSES,
  CampaignModel,
  CheckStatus,
  ExpiringItem,
  GapItem,
  RollupEntry,
  RollupResponse,
  ScorecardListItem,
} from '@airworthy/plugin-ml-maturity-common';
import { CsvColumn } from './csv';

const plain = <T>(head: string & keyof T): CsvColumn<T> => ({
  head,
  value: row => row[head] as string | number | undefined,
});

/** Columns of scorecards: all fields, or those that were asked for. */
export function scorecardColumns(
  checks: readonly { id: string }[],
  fields: readonly (keyof ScorecardListItem)[] | undefined,
): CsvColumn<ScorecardListItem>[] {
  const names: readonly (keyof ScorecardListItem)[] = fields ?? [
    'entityRef',
    'title',
    'owner',
    'system',
    'domain',
    'lifecycle',
    'task',
    'framework',
    'track',
    'tags',
    'level',
    'score',
    'waived',
    'counts',
    'evaluatedAt',
    'current',
  ];
  return names.flatMap((name): CsvColumn<ScorecardListItem>[] => {
    switch (name) {
      case 'tags':
        return [{ head: name, value: ({ tags }) => tags.join(' ') }];
      case 'counts':
        return CHECK_STATUSES.map(status => ({
          head: status,
          value: ({ counts }) => counts[status],
        }));
      case 'checks':
        return checks.map(({ id }) => ({
          head: id,
          value: ({ checks: statuses }) =>
            statuses?.[id] as CheckStatus | undefined,
        }));
      default:
        return [plain(name)];
    }
  });
}

/** Columns of a rollup: what is summed up, and the score of each cell. */
export function rollupColumns(
  response: RollupResponse,
): CsvColumn<Pick<RollupEntry, 'id' | 'title'> & RollupResponse['total']>[] {
  return [
    { head: response.by, value: ({ id }) => id },
    { head: 'title', value: ({ title }) => title },
    { head: 'models', value: ({ models }) => models },
    { head: 'not evaluated', value: ({ notEvaluated }) => notEvaluated },
    { head: 'score', value: ({ score }) => score },
    ...response.levels.map(({ level }) => ({
      head: `level ${level}`,
      value: ({ levels }: RollupResponse['total']) => levels[level],
    })),
    { head: 'with waivers', value: ({ withWaivers }) => withWaivers },
    ...CHECK_STATUSES.map(status => ({
      head: `checks ${status}`,
      value: ({ counts }: RollupResponse['total']) => counts[status],
    })),
    ...response.columns.map(({ title }, index) => ({
      head: `score of ${title}`,
      value: ({ cells }: RollupResponse['total']) => cells[index]?.score,
    })),
  ];
}

export const gapColumns: CsvColumn<GapItem>[] = [
  plain('checkId'),
  plain('title'),
  plain('level'),
  plain('category'),
  plain('phase'),
  plain('effort'),
  plain('models'),
  plain('fail'),
  plain('unknown'),
  plain('error'),
  plain('blocks'),
  plain('lifts'),
];

export const expiringColumns: CsvColumn<ExpiringItem>[] = [
  plain('kind'),
  plain('entityRef'),
  plain('title'),
  plain('owner'),
  plain('checkId'),
  plain('checkTitle'),
  plain('expiresAt'),
  { head: 'expired', value: ({ expired }) => expired },
  plain('by'),
  plain('decision'),
];

export const campaignColumns: CsvColumn<CampaignModel>[] = [
  plain('entityRef'),
  plain('title'),
  plain('owner'),
  plain('system'),
  { head: 'done', value: ({ done }) => done },
  {
    head: 'missing',
    value: ({ missing }) =>
      missing.map(({ checkId, status }) => `${checkId} (${status})`).join(', '),
  },
];
