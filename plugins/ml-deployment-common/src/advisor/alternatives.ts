import { AdviceAnswers, AdviceQuestion, PLATFORM_ABILITIES } from './answers';
import { AMPLE_TRAFFIC, THIN_TRAFFIC } from './traffic';

const CHOICES: {
  [Q in Exclude<AdviceQuestion, 'platform'>]: readonly NonNullable<
    AdviceAnswers[Q]
  >[];
} = {
  risk: ['low', 'medium', 'high'],
  reversible: ['yes', 'with-effort', 'no'],
  existingVersion: [true, false],
  labelDelay: ['minutes', 'hours', 'days', 'weeks', 'never'],
  // One of each band that the rules tell apart.
  requestsPerDay: [THIN_TRAFFIC - 1, THIN_TRAFFIC, AMPLE_TRAFFIC],
  userComparison: [true, false],
  state: ['stateless', 'session', 'acts'],
  workload: ['requests', 'queue', 'batch'],
  spareCapacity: ['none', 'some', 'double'],
  latencyObjective: ['none', 'relaxed', 'tight'],
  regulated: [true, false],
};

/** Questions in the order in which they are asked. @public */
export const ADVICE_QUESTIONS: readonly AdviceQuestion[] = [
  'existingVersion',
  'risk',
  'reversible',
  'workload',
  'state',
  'requestsPerDay',
  'labelDelay',
  'userComparison',
  'latencyObjective',
  'spareCapacity',
  'platform',
  'regulated',
];

function platforms(now: AdviceAnswers['platform']) {
  if (!now) return [[...PLATFORM_ABILITIES], []];
  return PLATFORM_ABILITIES.map(ability =>
    now.includes(ability)
      ? now.filter(other => other !== ability)
      : [...now, ability],
  );
}

/** Each answer to a question that is not the one that was given. */
export function alternativesOf(
  answers: AdviceAnswers,
  question: AdviceQuestion,
): AdviceAnswers[] {
  if (question === 'platform') {
    return platforms(answers.platform).map(platform => ({
      ...answers,
      platform,
    }));
  }
  return CHOICES[question]
    .filter(value => value !== answers[question])
    .map(value => ({ ...answers, [question]: value }));
}
