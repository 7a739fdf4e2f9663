import {
  TARGET_IDS,
  adviceAnswersSchema,
  strategyOf,
  supportFor,
  targetOf,
} from '@airworthy/plugin-ml-deployment-common';
import { STRATEGY_TYPES } from '@airworthy/plugin-ml-models-common';
import { StrategyValue } from './schema';

function isOneOf<T extends string>(
  values: readonly T[],
  value: unknown,
): value is T {
  return values.includes(value as T);
}

function expected(field: string, values: readonly string[], was: unknown) {
  return `${field}: expected one of ${values.join(', ')}, was ${
    was === undefined ? 'nothing' : JSON.stringify(was)
  }`;
}

function supportProblem(
  strategy: (typeof STRATEGY_TYPES)[number],
  target: (typeof TARGET_IDS)[number],
): string[] {
  const support = supportFor(strategy, target);
  if (support.support !== 'none') return [];
  const instead = support.instead.map(id => targetOf(id).title).join(' or ');
  return [
    `target: expected a platform that can carry out ${
      strategyOf(strategy).title
    }${instead ? `, such as ${instead}` : ''}, was ${targetOf(target).title}: ${
      support.reason
    }`,
  ];
}

function answerProblems(answers: unknown): string[] {
  const result = adviceAnswersSchema.safeParse(answers ?? {});
  if (result.success) return [];
  return result.error.issues.map(
    ({ path, message }) =>
      `${['answers', ...path].join('.')}: ${message.replace(
        /^Invalid \w+: /,
        '',
      )}`,
  );
}

/** What is wrong with a strategy, its platform and the answers. */
export function strategyProblems(
  value: StrategyValue | undefined,
  fixed?: string,
): string[] {
  const { strategy, target, answers } = value ?? {};
  const problems: string[] = [];
  if (fixed && strategy !== fixed) {
    problems.push(
      `strategy: expected ${fixed}, as the template says, was ${
        strategy ?? 'nothing'
      }`,
    );
  } else if (!isOneOf(STRATEGY_TYPES, strategy)) {
    problems.push(expected('strategy', STRATEGY_TYPES, strategy));
  }
  if (!isOneOf(TARGET_IDS, target)) {
    problems.push(expected('target', TARGET_IDS, target));
  } else if (isOneOf(STRATEGY_TYPES, strategy)) {
    problems.push(...supportProblem(strategy, target));
  }
  return [...problems, ...answerProblems(answers)];
}
