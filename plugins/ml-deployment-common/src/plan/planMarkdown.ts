import { strategyOf } from '../strategies/strategies';
import { DeploymentPlan } from './makePlan';

/* What a user wrote must not become markup, nor break a table. */
const plain = (text: string) =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replace(/([\\`*_{}[\]<>#|~])/g, '\\$1')
    .trim();

const cell = (value: string | number | undefined) =>
  value === undefined ? '' : plain(String(value));

function table(head: string[], rows: (string | number | undefined)[][]) {
  const line = (cells: (string | number | undefined)[]) =>
    `| ${cells.map(cell).join(' | ')} |`;
  return [
    line(head),
    `|${head.map(() => ' --- |').join('')}`,
    ...rows.map(line),
  ];
}

const list = (items: readonly string[]) =>
  items.map(item => `- ${plain(item)}`);

/** A plan as `DEPLOYMENT_PLAN.md`. @public */
export function planMarkdown(made: DeploymentPlan): string {
  const { request, strategy, comparisons, monitoring, notices } = made;
  const { plan } = strategy;
  const { title, summary, sources } = strategyOf(strategy.type);
  const { deployment, model } = request;
  const versions = [model.stableVersion, model.candidateVersion]
    .filter(Boolean)
    .join(' → ');
  const lines: string[] = [
    `# Deployment plan: ${plain(deployment.title ?? deployment.name)}`,
    '',
    `**${title}** of ${plain(model.ref)}, version ${plain(
      versions,
    )}. ${summary}`,
    '',
    ...(strategy.hypothesis
      ? [`Hypothesis: ${plain(strategy.hypothesis)}`, '']
      : []),
    ...(plan.timescale
      ? [`From ${plan.timescale.start} to ${plan.timescale.end}.`, '']
      : []),
    '## Phases',
    '',
    ...table(
      [
        'Phase',
        'Share of the new version',
        'At least',
        'Requests of the new version',
      ],
      (plan.phases ?? []).map(phase => [
        phase.name,
        phase.traffic === undefined ? 'a copy' : `${phase.traffic} %`,
        phase.duration,
        phase.sampleSize,
      ]),
    ),
    '',
  ];
  for (const { name, criteria, checks } of plan.phases ?? []) {
    const all = [
      ...(criteria ?? []),
      ...(checks ?? []).map(
        check =>
          `${check.description ?? check.metric}: ${check.metric} ${
            check.measure ?? 'value'
          } not ${check.direction ?? 'above'} ${check.limit}`,
      ),
    ];
    if (all.length === 0) continue;
    lines.push(`### Before ${plain(name)} ends`, '', ...list(all), '');
  }
  lines.push(
    '## Stop at once',
    '',
    ...list(
      (plan.stopRules ?? []).map(
        rule =>
          `${rule.metric} ${rule.direction ?? 'above'} ${rule.limit}: ${
            rule.action ?? 'roll-back'
          }${rule.description ? ` (${rule.description})` : ''}`,
      ),
    ),
    '',
    '## The way back',
    '',
    `${plan.rollback} It takes about ${plan.rollbackTime}.`,
    '',
    '## What is compared',
    '',
    ...(comparisons.length
      ? table(
          [
            'Figure',
            'Must not be missed',
            'Requests: new version',
            'old version',
            'Formula',
          ],
          comparisons.map(({ metric, effect, rows, formula }) => [
            metric,
            effect,
            rows.candidate,
            rows.stable,
            formula,
          ]),
        )
      : ['Nothing: no effect was named.']),
    '',
    '## What is monitored',
    '',
    ...table(
      ['Figure', 'Warning', 'Critical', 'Bad side'],
      (monitoring.thresholds ?? []).map(
        ({ metric, warning, critical, direction }) => [
          metric,
          warning,
          critical,
          direction ?? 'above',
        ],
      ),
    ),
    '',
    '## Who, with what',
    '',
    ...list((plan.roles ?? []).map(({ name, owner }) => `${name}: ${owner}`)),
    ...(plan.budget
      ? list([
          `budget: ${plan.budget.amount} ${plan.budget.currency} per ${
            plan.budget.per ?? 'rollout'
          }`,
        ])
      : []),
    ...list((plan.resources ?? []).map(resource => `needs ${resource}`)),
    '',
  );
  if (notices.length) lines.push('## To know', '', ...list(notices), '');
  lines.push(
    '## Sources',
    '',
    ...sources.map(source => `- [${source.title}](${source.url})`),
    '',
  );
  return lines.join('\n');
}
