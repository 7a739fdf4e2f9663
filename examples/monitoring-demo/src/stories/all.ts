import type { DemoLog } from '../types.ts';
import { arabicTopics } from './arabicTopics.ts';
import { engineLife } from './engineLife.ts';
import { feedbackSentiment } from './feedbackSentiment.ts';
import { hubFlow } from './hubFlow.ts';
import { speechToText, translation } from './languageServices.ts';
import { noShow } from './noShow.ts';
import { passengerAssistant } from './passengerAssistant.ts';
import { rebookingRanker } from './rebookingRanker.ts';
import { turnaroundTime, turnaroundTimeStaging } from './turnaroundTime.ts';

/** Every log that is simulated here. */
export const LOGS: DemoLog[] = [
  arabicTopics,
  engineLife,
  feedbackSentiment,
  hubFlow,
  noShow,
  passengerAssistant,
  rebookingRanker,
  speechToText,
  translation,
  turnaroundTime,
  turnaroundTimeStaging,
];
