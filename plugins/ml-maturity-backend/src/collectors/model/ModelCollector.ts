import { modelFacts } from '@airworthy/plugin-ml-maturity-common';
import {
  CollectRequest,
  CollectorAnswer,
  FactCollector,
} from '@airworthy/plugin-ml-maturity-node';
import {
  ReadableMlModel,
  readMlModel,
} from '@airworthy/plugin-ml-models-common';
import { ageInDays } from '../lib/age';
import { answerEach } from '../lib/answerEach';
import { compact } from '../lib/compact';

const CARD_PARTS = [
  'intendedUse',
  'outOfScopeUse',
  'limitations',
  'ethicalConsiderations',
  'trainingData',
  'evaluationData',
] as const;

/** What every model card must say to count as complete. */
const NEEDED = [
  'intendedUse',
  'limitations',
  'trainingData',
  'evaluationData',
] as const;

const isWritten = (text: string | undefined) => Boolean(text?.trim());

function factsOf({ spec }: ReadableMlModel, now: Date) {
  const card = spec.modelCard ?? {};
  const made = (spec.versions ?? [])
    .map(version => version.createdAt)
    .filter((moment): moment is string => moment !== undefined)
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  return compact({
    ageDays: ageInDays(made[0], now),
    card: {
      ...Object.fromEntries(
        CARD_PARTS.map(part => [part, isWritten(card[part])]),
      ),
      complete: NEEDED.every(part => isWritten(card[part])),
    },
    license: isWritten(spec.license),
    framework: isWritten(spec.framework),
  });
}

/** Facts of the model itself: its model card and its age. */
export class ModelCollector implements FactCollector {
  readonly schema = modelFacts;
  readonly freshness = { hours: 24 };
  readonly batchSize = 500;

  async collect({ entities }: CollectRequest): Promise<CollectorAnswer[]> {
    const now = new Date();
    return answerEach(entities, entity => factsOf(readMlModel(entity), now));
  }
}
