import {
  AdviceQuestion,
  adviceAnswersSchema,
} from '@airworthy/plugin-ml-deployment-common';

const { shape } = adviceAnswersSchema;

/** Questions with a few words to choose from. */
export const CHOICES = {
  risk: shape.risk.unwrap().options,
  reversible: shape.reversible.unwrap().options,
  labelDelay: shape.labelDelay.unwrap().options,
  state: shape.state.unwrap().options,
  workload: shape.workload.unwrap().options,
  spareCapacity: shape.spareCapacity.unwrap().options,
  latencyObjective: shape.latencyObjective.unwrap().options,
} as const;

/** A question with a few words to choose from. */
export type ChoiceQuestion = keyof typeof CHOICES;

/** Questions in the groups in which they are shown. */
export const QUESTION_GROUPS = [
  {
    id: 'harm',
    questions: ['existingVersion', 'risk', 'reversible', 'regulated'],
  },
  {
    id: 'load',
    questions: ['workload', 'state', 'requestsPerDay', 'latencyObjective'],
  },
  { id: 'evidence', questions: ['labelDelay', 'userComparison'] },
  { id: 'platform', questions: ['spareCapacity', 'platform'] },
] as const satisfies { id: string; questions: AdviceQuestion[] }[];

export function isChoice(question: AdviceQuestion): question is ChoiceQuestion {
  return Object.hasOwn(CHOICES, question);
}

/** The question in words. */
export function questionText(question: AdviceQuestion): string {
  return shape[question].description ?? question;
}
