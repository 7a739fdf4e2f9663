import {
  CheckResult,
  EntityFacts,
  FactVocabulary,
} from '@airworthy/plugin-ml-maturity-common';

/**
 * Results with the age that their facts have now, and with their titles.
 * Results are stored when they change, but facts that are the same are
 * collected again all the time.
 */
export function withAgesOf(
  facts: EntityFacts,
  vocabulary: FactVocabulary,
  results: readonly CheckResult[],
): CheckResult[] {
  return results.map(result => ({
    ...result,
    facts: result.facts.map(fact => {
      const collector = fact.path.slice(0, fact.path.indexOf('.'));
      const collectedAt = Object.hasOwn(facts, collector)
        ? facts[collector].collectedAt
        : fact.collectedAt;
      const { title } = vocabulary.facts.get(fact.path) ?? {};
      return { ...fact, title, collectedAt };
    }),
  }));
}
