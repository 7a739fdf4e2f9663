import { CampaignDetail, Rubric } from '@airworthy/plugin-ml-maturity-common';
import { formatDate } from '@airworthy/plugin-ml-models-react';
import { formatShare } from '../../../format/percent';

// What would otherwise end a cell, or begin a link, a heading or HTML.
const escape = (text: string) =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');

const share = (done: number, total: number) =>
  `${done} of ${total} (${formatShare(total ? done / total : null)})`;

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

/** A campaign as a Markdown report: what it wanted, how far it came, who is left. */
export function campaignReport(
  campaign: CampaignDetail,
  rubric: Rubric | undefined,
  now: Date,
): string {
  const { goal, progress, teams, left, closedAt } = campaign;
  const titleOf = (id: string) =>
    rubric?.checks.find(check => check.id === id)?.title ?? id;
  const lines = [`# ${escape(campaign.title)}`, ''];
  if (campaign.description) lines.push(escape(campaign.description), '');
  lines.push(
    `- Goal: ${
      'level' in goal
        ? `level ${goal.level}`
        : goal.checks.map(id => escape(titleOf(id))).join('; ')
    }`,
    `- From ${formatDate(campaign.startsAt)} to ${formatDate(campaign.dueAt)}`,
    `- Run by ${campaign.owner}`,
    closedAt
      ? `- Closed ${formatDate(closedAt)} by ${campaign.closedBy}`
      : `- As of ${formatDate(now.toISOString())}, ${campaign.state}`,
  );
  if (progress) {
    lines.push(
      `- Models done: ${share(progress.done, progress.total)}`,
      `- Checks done: ${share(progress.checksDone, progress.checksTotal)}, ${
        progress.checksWaived
      } of them waived`,
    );
  } else {
    lines.push(`- Progress unknown: ${campaign.problem ?? ''}`);
  }
  lines.push(
    '',
    '## Teams',
    '',
    ...table(
      ['Team', 'Models done', 'Checks done'],
      teams.map(team => [
        escape(team.owner ? team.title : 'No owner'),
        share(team.done, team.total),
        share(team.checksDone, team.checksTotal),
      ]),
    ),
    '## Who is left',
    '',
  );
  if (left.length === 0) {
    lines.push(
      progress?.total === 0
        ? 'No model was in the scope.'
        : 'Nobody: every model has reached the goal.',
      '',
    );
  } else {
    lines.push(
      ...table(
        ['Model', 'Owner', 'Misses'],
        left.map(model => [
          escape(model.title ?? model.name),
          model.owner ?? 'No owner',
          model.missing
            .map(({ title, status }) => `${escape(title)} (${status})`)
            .join('; ') || 'waits for its evaluation',
        ]),
      ),
    );
  }
  return lines.join('\n');
}
