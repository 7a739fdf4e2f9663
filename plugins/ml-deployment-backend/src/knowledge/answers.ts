import {
  Advice,
  AdviceAnswer,
  AdviceRequest,
  ManifestFinding,
  ManifestsAnswer,
  PlanAnswer,
  PlanRequest,
  STRATEGIES,
  STRATEGY_SUPPORT,
  StrategiesAnswer,
  StrategySupport,
  TARGETS,
  ValidationAnswer,
  abilitiesOf,
  adviseStrategy,
  makePlan,
  planMarkdown,
} from '@airworthy/plugin-ml-deployment-common';
import {
  ManifestText,
  RenderRequest,
  parseManifests,
  renderManifests,
  serialiseManifests,
  validateManifests,
} from '@airworthy/plugin-ml-deployment-node';
import { toError } from '@backstage/errors';

/** Strategies, targets and which pairs exist. */
export const answerStrategies = (): StrategiesAnswer => ({
  strategies: STRATEGIES,
  targets: TARGETS,
  support: STRATEGY_SUPPORT,
});

/** How each strategy can be carried out, best first, by the target that is named or by any. */
function supportOf(
  { ranking }: Advice,
  target: AdviceRequest['target'],
): StrategySupport[] {
  return ranking.flatMap(({ strategy }) =>
    STRATEGY_SUPPORT.filter(
      pair =>
        pair.strategy === strategy &&
        (target === undefined || pair.target === target),
    ),
  );
}

/** The advice; what a target can do answers `platform` where that is not answered. */
export function answerAdvice({ answers, target }: AdviceRequest): AdviceAnswer {
  const advice = adviseStrategy({
    ...answers,
    ...(target && !answers.platform ? { platform: abilitiesOf(target) } : {}),
  });
  return { advice, support: supportOf(advice, target) };
}

/** A plan for the entity and for people. */
export function answerPlan(request: PlanRequest): PlanAnswer {
  const plan = makePlan(request);
  return { plan, markdown: planMarkdown(plan) };
}

/** What is wrong with files of manifests; each finding names its file. */
export function answerValidation(
  files: readonly ManifestText[],
  options: { closed?: boolean } = {},
): ValidationAnswer {
  const unreadable: ManifestFinding[] = [];
  const documents: { file: string; document: unknown }[] = [];
  for (const file of files) {
    try {
      for (const document of parseManifests([file])) {
        documents.push({ file: file.path, document });
      }
    } catch (error) {
      const { message } = toError(error);
      unreadable.push({
        file: file.path,
        field: '/',
        expected: 'YAML',
        was: message.split(', was: ')[1] ?? message,
        message,
        source: 'schema',
      });
    }
  }
  const found = validateManifests(
    documents.map(({ document }) => document),
    options,
  );
  const problems = found.problems.map(
    ({ document: { index, kind, name }, ...finding }): ManifestFinding => ({
      file: documents[index].file,
      ...(kind ? { kind } : {}),
      ...(name ? { name } : {}),
      ...finding,
    }),
  );
  return {
    valid: found.valid && unreadable.length === 0,
    problems: [...unreadable, ...problems],
    unchecked: found.unchecked,
  };
}

/**
 * Manifests, with what was found in them.
 *
 * @throws InputError that names each field of the request.
 */
export function answerManifests(request: unknown): ManifestsAnswer {
  const rendered = renderManifests(request as RenderRequest);
  const files = serialiseManifests(rendered.files);
  return {
    files,
    notices: rendered.notices,
    validation: answerValidation(files),
  };
}
