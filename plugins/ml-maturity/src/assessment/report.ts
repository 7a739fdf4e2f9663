import {
  AttestationRecord,
  CheckResult,
  Rubric,
  ScorecardResponse,
} from '@airworthy/plugin-ml-maturity-common';
import {
  formatDate,
  formatDateTime,
  safeHref,
} from '@airworthy/plugin-ml-models-react';
import { formatValue } from '../answer/formatValue';
import { formatShare } from '../format/percent';

/** What a report is made of. */
export interface ReportInput {
  title: string;
  rubric: Rubric;
  card: ScorecardResponse;
  attestations: readonly AttestationRecord[];
  now: Date;
}

/** A text that people wrote, so that it cannot change the shape of the report. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

const WORDS: Record<CheckResult['status'], string> = {
  pass: 'passes',
  fail: 'fails',
  unknown: 'unknown',
  error: 'error',
  waived: 'waived',
  'not-applicable': 'does not apply',
};

function answerLines(record: AttestationRecord, rubric: Rubric): string[] {
  const question = rubric.checks.find(
    ({ id }) => id === record.checkId,
  )?.attestation;
  const fields = new Map(question?.fields?.map(field => [field.id, field]));
  const { url, text } = record.evidence ?? {};
  return [
    `Answer: **${record.answer}**, ${plain(record.author)}, ${formatDateTime(
      record.createdAt,
    )}; holds until ${formatDate(record.expiresAt)}`,
    ...Object.entries(record.fields).map(
      ([id, value]) =>
        `${plain(fields.get(id)?.title ?? id)}: ${plain(
          formatValue(value, fields.get(id)),
        )}`,
    ),
    ...(url ? [`Evidence: <${safeHref(url) ?? ''}>`] : []),
    ...(text ? [`Evidence: ${plain(text)}`] : []),
    ...(record.comment ? [`Comment: ${plain(record.comment)}`] : []),
  ];
}

/** The assessment of a model as a Markdown document. */
export function buildReport(input: ReportInput): string {
  const { title, rubric, card, attestations, now } = input;
  const { scorecard } = card;
  const results = new Map(card.results.map(item => [item.checkId, item]));
  const answers = new Map(attestations.map(item => [item.checkId, item]));
  const level = rubric.levels.find(item => item.level === scorecard.level);
  const track = rubric.tracks.find(({ id }) => id === card.track);
  const applicable = rubric.checks.filter(
    ({ id }) => results.has(id) && results.get(id)?.status !== 'not-applicable',
  );

  const check = ({ id, title: name }: Rubric['checks'][number]): string[] => {
    const result = results.get(id)!;
    const answer = answers.get(id);
    return [
      `- **${plain(name)}**: ${WORDS[result.status]}${
        result.counted ? '' : ' (not counted yet)'
      }. ${plain(result.reason)}`,
      ...(answer ? answerLines(answer, rubric) : []).map(line => `  - ${line}`),
    ];
  };
  const part = (name: string, checks: Rubric['checks']) =>
    checks.length
      ? [`### ${plain(name)}`, '', ...checks.flatMap(check), '']
      : [];

  return [
    `# Maturity assessment: ${plain(title)}`,
    '',
    `- **Model**: \`${card.entityRef}\``,
    `- **Rubric**: ${plain(card.rubric.title)} ${plain(card.rubric.version)}`,
    `- **Track**: ${plain(track?.title ?? 'none')}`,
    `- **Level**: ${scorecard.level} ${plain(level?.title ?? '')}`,
    `- **Waived checks**: ${scorecard.score.counts.waived}`,
    `- **Score**: ${formatShare(scorecard.score.value)}`,
    `- **ML Test Score**: ${scorecard.mlTestScore.total} of 7`,
    `- **Evaluated**: ${formatDateTime(card.evaluatedAt)}`,
    `- **Written**: ${formatDateTime(now.toISOString())}`,
    '',
    '## Levels',
    '',
    ...scorecard.levels.map(({ explanation }) => `- ${plain(explanation)}`),
    '',
    '## Journey',
    '',
    ...rubric.phases.flatMap(phase =>
      part(
        phase.title,
        applicable.filter(item => item.phase === phase.id),
      ),
    ),
    '## Practices',
    '',
    ...rubric.categories.flatMap(category =>
      part(
        category.title,
        applicable.filter(
          item => item.phase === undefined && item.category === category.id,
        ),
      ),
    ),
    '## ML Test Score',
    '',
    ...scorecard.mlTestScore.sections.map(
      section => `- ${plain(section.title)}: ${section.points} of 7`,
    ),
    '',
    plain(scorecard.mlTestScore.explanation),
    '',
  ].join('\n');
}
