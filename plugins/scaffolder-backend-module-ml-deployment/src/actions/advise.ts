import {
  abilitiesOf,
  adviceAnswersSchema,
  adviseStrategy,
  RankedStrategy,
  supportFor,
  TARGET_IDS,
} from '@airworthy/plugin-ml-deployment-common';
import { STRATEGY_TYPES } from '@airworthy/plugin-ml-models-common';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import { z as zod } from 'zod';
import { outlineOf } from '../lib/outline';
import { parseFields } from '../lib/parseFields';
import { examples } from './advise.examples';

function reasonsOf(ranked: RankedStrategy): string[] {
  return [
    ...ranked.for.map(({ text }) => `For: ${text}`),
    ...ranked.against.map(({ text }) => `Against: ${text}`),
  ];
}

/** Ranks the strategies for a situation and says why. */
export function createAdviseAction() {
  return createTemplateAction({
    id: 'ml-deployment:advise',
    description:
      'Ranks the strategies of releasing a model for a situation, with the reasons for and against.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        answers: z =>
          z
            .record(z.any())
            .describe(
              outlineOf(
                'Answers to the questions of the advice, each optional.',
                adviceAnswersSchema,
              ),
            ),
        target: z =>
          z
            .enum(TARGET_IDS)
            .optional()
            .describe(
              'What carries the rollout out: its abilities answer `platform` where that is not answered, and its limits are among the reasons.',
            ),
        strategy: z =>
          z
            .enum(STRATEGY_TYPES)
            .optional()
            .describe('The strategy to give reasons for; the first choice.'),
      },
      output: {
        strategy: z => z.string().describe('The first choice.'),
        isFirstChoice: z =>
          z
            .boolean()
            .describe('Whether the strategy that was asked for is it.'),
        reasons: z =>
          z
            .array(z.string())
            .describe('What speaks for and against the strategy.'),
        advice: z =>
          z
            .record(z.any())
            .describe(
              'Every strategy, best first, and what would change the order.',
            ),
      },
    },
    async handler(ctx) {
      const { answers, target, strategy } = parseFields(
        {
          answers: adviceAnswersSchema,
          target: zod.enum(TARGET_IDS).optional(),
          strategy: zod.enum(STRATEGY_TYPES).optional(),
        },
        ctx.input,
      );
      const advice = adviseStrategy({
        ...(target ? { platform: abilitiesOf(target) } : {}),
        ...answers,
      });
      const [first] = advice.ranking;
      const asked =
        advice.ranking.find(ranked => ranked.strategy === strategy) ?? first;
      const reasons = reasonsOf(asked);
      const support = target && supportFor(asked.strategy, target);
      if (support?.support === 'none') {
        reasons.push(`Against: ${support.reason}`);
      }
      const isFirstChoice = asked === first;

      ctx.logger.info(
        isFirstChoice
          ? `First choice: ${first.strategy}`
          : `First choice: ${first.strategy}; asked for ${asked.strategy}, place ${asked.rank}`,
      );
      reasons.forEach(reason => ctx.logger.info(reason));
      ctx.output('strategy', first.strategy);
      ctx.output('isFirstChoice', isFirstChoice);
      ctx.output('reasons', reasons);
      ctx.output('advice', advice as unknown as JsonObject);
    },
  });
}
