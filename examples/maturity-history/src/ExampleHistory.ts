import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityFacts } from '@airworthy/plugin-ml-maturity-common';
import {
  DatedAnswer,
  DatedFacts,
  EntityHistory,
  FactHistorySource,
  HistoryRequest,
} from '@airworthy/plugin-ml-maturity-node';
import { ANSWERS } from './answers';
import { factsAt } from './factsAt';
import { SCENARIOS } from './scenarios';
import { Scenario } from './types';

const DAYS = 90;
const DAY_MS = 86_400_000;
const MORNING_MS = 9 * 3_600_000;

/** Minutes into the morning, so that not all happens at one moment. */
const minuteOf = (name: string) =>
  [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 480, 7);

function momentOf(name: string, daysAgo: number, now: Date): string {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  return new Date(
    today - daysAgo * DAY_MS + MORNING_MS + minuteOf(name) * 60_000,
  ).toISOString();
}

function factsOf(
  name: string,
  known: EntityFacts,
  { differences = [] }: Scenario,
  now: Date,
): DatedFacts[] {
  const facts: DatedFacts[] = [];
  const last = new Map<string, string>();
  for (let daysAgo = DAYS; daysAgo > 0; daysAgo--) {
    const at = momentOf(name, daysAgo, now);
    const then = factsAt(known, differences, daysAgo);
    for (const [collector, values] of Object.entries(then)) {
      const text = JSON.stringify(values);
      if (last.get(collector) === text) continue;
      last.set(collector, text);
      facts.push({ at, collector, values });
    }
  }
  return facts;
}

function answersOf(
  name: string,
  { answers = [] }: Scenario,
  now: Date,
): DatedAnswer[] {
  return answers.flatMap(({ daysAgo, by, checks, answer = 'yes', lastDays }) =>
    checks.map((checkId, index) => {
      const moment = Date.parse(momentOf(name, daysAgo, now));
      // One answer takes a few minutes.
      const at = new Date(moment + (index + 1) * 240_000);
      return {
        at: at.toISOString(),
        checkId,
        answer,
        ...(answer === 'yes' ? ANSWERS[checkId]?.(at) : {}),
        author: `user:default/${by}`,
        ...(lastDays === undefined
          ? {}
          : {
              expiresAt: new Date(
                at.getTime() + lastDays * DAY_MS,
              ).toISOString(),
            }),
      };
    }),
  );
}

/** The last ninety days of the example organisation's models. */
export class ExampleHistory implements FactHistorySource {
  readonly id = 'example-organisation';
  readonly #now: () => Date;

  constructor(options: { now?: () => Date } = {}) {
    this.#now = options.now ?? (() => new Date());
  }

  async historyOf({
    entities,
    facts,
  }: HistoryRequest): Promise<EntityHistory[]> {
    const now = this.#now();
    return entities.flatMap(entity => {
      const entityRef = stringifyEntityRef(entity);
      const { name, namespace = 'default' } = entity.metadata;
      const known = facts.get(entityRef);
      if (
        !known ||
        namespace !== 'default' ||
        entity.kind !== 'MlModel' ||
        !Object.hasOwn(SCENARIOS, name)
      ) {
        return [];
      }
      const scenario = SCENARIOS[name];
      return {
        entityRef,
        facts: factsOf(name, known, scenario, now),
        answers: answersOf(name, scenario, now),
      };
    });
  }
}
