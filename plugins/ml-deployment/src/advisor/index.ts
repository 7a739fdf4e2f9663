export { AdviceQuestions } from './AdviceQuestions';
export type { AdviceQuestionsProps } from './AdviceQuestions';
export { AdviceRanking } from './AdviceRanking';
export type { AdviceRankingProps } from './AdviceRanking';
export { ReasonList } from './ReasonList';
